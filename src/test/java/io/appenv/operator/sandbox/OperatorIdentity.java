package io.appenv.operator.sandbox;

import java.net.URI;
import java.nio.file.Path;

/** The operator's definition, ServiceAccount and rights, as {@code deploy/base} grants them. */
record OperatorIdentity(Path repository, ControlPlane controlPlane) {

  private static final String NAMESPACE = "appenv-system";
  private static final String NAME = "appenv-operator";

  /** Longer than any sandbox lives. */
  private static final String VALIDITY = "87600h";

  /**
   * Applies the base and writes a kubeconfig for the operator.
   *
   * @param server what the kubeconfig points to; its certificate is of the sandbox's authority
   */
  Path grant(Path kubeconfig, URI server) {
    var kubectl = controlPlane.kubectl();
    // Server-side: the definition is too large for the annotation of a client-side apply.
    kubectl.run(
        "apply",
        "--server-side",
        "--force-conflicts",
        "-k",
        repository.resolve("deploy/base").toString());
    // The operator runs as a process of this machine; a fake pod of it would only be confusing.
    kubectl.run("--namespace", NAMESPACE, "scale", "deployment", NAME, "--replicas=0");
    Definitions.awaitEstablished(kubectl);
    var token =
        kubectl
            .run("--namespace", NAMESPACE, "create", "token", NAME, "--duration=" + VALIDITY)
            .strip();
    return Kubeconfig.write(kubeconfig, server, controlPlane.authority(), token);
  }
}
