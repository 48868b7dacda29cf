package io.appenv.operator.sandbox;

import io.appenv.operator.sandbox.programs.AckController;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The real ACK controllers, against the AWS endpoint of the sandbox. */
record AckControllers(Path programs, Path directory, Kubectl kubectl, URI aws) {

  /** Rarely enough that a test sees what they correct by themselves, and often enough to see it. */
  private static final int RESYNC_SECONDS = 10;

  /** Starts both; what was started is handed over at once. */
  void start(Path rights, Consumer<ManagedProcess> started) {
    for (var folder : List.of("ack-rds", "ack-elasticache")) {
      // Server-side: the definitions are too large for the annotation of a client-side apply.
      kubectl.run(
          "apply",
          "--server-side",
          "--force-conflicts",
          "-f",
          programs.resolve("crds").resolve(folder).toString());
    }
    kubectl.run(
        "wait",
        "--for=condition=Established",
        "crd/dbinstances.rds.services.k8s.aws",
        "crd/replicationgroups.elasticache.services.k8s.aws");
    kubectl.run("apply", "-k", rights.toString());
    for (var controller : AckController.values()) {
      start(controller, started);
    }
  }

  private void start(AckController controller, Consumer<ManagedProcess> started) {
    var ports = FreePorts.several(2);
    var process =
        ManagedProcess.start(
            controller.program(), directory, environment(), command(controller, ports));
    started.accept(process);
    Waiting.until(
        controller.program() + " to be ready",
        process,
        () -> Health.isGood(URI.create("http://127.0.0.1:" + ports.getFirst() + "/healthz")));
  }

  /** They stop where they are told of an authority for certificates. */
  private Map<String, String> environment() {
    return Map.of(
        "KUBECONFIG",
        kubectl.kubeconfig().toString(),
        "AWS_ACCESS_KEY_ID",
        AwsFoundation.ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY",
        AwsFoundation.ACCESS_KEY,
        "AWS_EC2_METADATA_DISABLED",
        "true",
        "AWS_CA_BUNDLE",
        "");
  }

  private List<String> command(AckController controller, List<Integer> ports) {
    var command = new ArrayList<String>();
    command.add(programs.resolve(controller.program()).toString());
    command.add("--aws-region=" + AwsFoundation.REGION);
    command.add("--aws-endpoint-url=" + aws);
    command.add("--aws-identity-endpoint-url=" + aws);
    command.add("--allow-unsafe-aws-endpoint-urls");
    command.add("--reconcile-default-resync-seconds=" + RESYNC_SECONDS);
    command.add("--healthz-addr=127.0.0.1:" + ports.getFirst());
    command.add("--metrics-addr=127.0.0.1:" + ports.getLast());
    return command;
  }
}
