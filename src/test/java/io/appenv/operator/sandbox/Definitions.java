package io.appenv.operator.sandbox;

/** The operator's definitions, as the folder that users apply has them. */
public final class Definitions {

  private Definitions() {}

  /** Makes those of the cluster equal to the repository's, whoever wrote them last. */
  public static void install(Sandbox sandbox) {
    var kubectl = new Kubectl(sandbox.kubectl(), sandbox.adminKubeconfig());
    var folder = sandbox.repository().resolve("crds").toString();
    kubectl.run("apply", "--server-side", "--force-conflicts", "-k", folder);
    awaitEstablished(kubectl);
  }

  static void awaitEstablished(Kubectl kubectl) {
    kubectl.run(
        "wait",
        "--for=condition=Established",
        "crd/appenvironments.appenv.io",
        "crd/scaleoverrides.appenv.io");
  }
}
