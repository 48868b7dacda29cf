package io.appenv.operator.demo;

import io.appenv.operator.sandbox.OperatorProcess;
import io.appenv.operator.sandbox.SandboxException;
import io.appenv.operator.sandbox.SandboxOptions;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;

/**
 * Starts the sandbox and the operator, applies the production overlay, shows what changes until the
 * environment is Ready, and prints what exists then. Everything it started is stopped at the end,
 * on Ctrl-C too. Exits with 1 and the reason when the environment does not become Ready.
 */
public final class DemoMain {

  private static final String OVERLAY = "deploy/overlays/production";
  private static final String NAMESPACE = "shop-production";
  private static final String NAME = "production";
  private static final Duration DEADLINE = Duration.ofMinutes(10);

  private DemoMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    var started = new Started();
    var stop = new Thread(started::stopAll, "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      run(started);
      // Not by returning: clients have left threads that would keep this process alive.
      System.exit(0);
    } catch (DemoFailure | SandboxException | KubernetesClientException | IOException failed) {
      if (stop.isAlive()) {
        // Ctrl-C: what fails now fails because it was stopped. The end of the stop is the end of
        // this process.
        Thread.sleep(Long.MAX_VALUE);
      }
      System.out.println();
      System.out.println("The demo failed: " + failed.getMessage());
      System.exit(1);
    }
  }

  private static void run(Started started) throws IOException, InterruptedException {
    var repository = SandboxOptions.repositoryRoot();
    heading("1. A Kubernetes control plane and an AWS endpoint on this machine");
    var sandbox = DemoSandbox.start(repository, started);
    var kubectl = new Kubectl(sandbox.environment());

    heading("2. The operator, with the rights of deploy/base and nothing else");
    var operator = startOperator(repository, sandbox, started);

    heading("3. $ kubectl apply -k " + OVERLAY);
    kubectl.run("apply", "-k", OVERLAY);
    System.out.println();
    try (var progress = new Progress(sandbox.environment(), NAMESPACE, NAME)) {
      progress.untilReady(operator, DEADLINE);
      progress.untilAutoscalersMeasure(Duration.ofSeconds(90));
    }

    heading("4. $ kubectl -n " + NAMESPACE + " get appenv,hpa,deploy,pods");
    kubectl.run("-n", NAMESPACE, "get", "appenv,hpa,deploy,pods");

    heading("5. What exists in AWS now, as AWS itself tells it");
    new AwsInventory(sandbox.environment()).print();
    if (isInteractive()) {
      heading("It keeps running. Ctrl-C to stop and remove everything.");
      System.out.println(
          "In another shell: . .sandbox/env && kubectl -n " + NAMESPACE + " get appenv");
      waitForEndOfInput();
    }
  }

  private static OperatorProcess startOperator(
      Path repository, DemoSandbox sandbox, Started started) {
    var environment = new HashMap<>(sandbox.environment().variables());
    environment.put("KUBECONFIG", sandbox.environment().get("OPERATOR_KUBECONFIG"));
    var operator =
        OperatorProcess.launch(repository, sandbox.logs(), environment, List.of("-Xmx160m"));
    started.add("the operator", operator::close);
    System.out.println(
        "Process " + operator.pid() + ", log in " + repository.relativize(operator.log()));
    operator.awaitReady();
    return operator;
  }

  private static void heading(String text) {
    System.out.println();
    System.out.println(text);
  }

  private static boolean isInteractive() {
    Console console = System.console();
    return console != null && console.isTerminal() && System.getenv("CI") == null;
  }

  private static void waitForEndOfInput() throws IOException {
    while (System.in.read() >= 0) {
      // Whatever is typed is not for us: only the end of input or Ctrl-C ends the demo.
    }
  }
}
