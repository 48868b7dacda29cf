package io.appenv.operator.sandbox.programs;

import java.util.List;

/**
 * A program of the control plane.
 *
 * @param module folder of the Go module that names its version
 * @param goPackage what is built
 * @param usually about how long two cores take to build it the first time
 * @param release where it can be downloaded, in the version of the module
 */
record Program(String name, String module, String goPackage, String usually, Release release) {

  static final String KUBERNETES = "v1.35.4";
  private static final String ETCD = "v3.6.5";
  private static final String METRICS_SERVER = "v0.9.0";

  static final List<Program> ALL =
      List.of(
          new Program(
              "etcd",
              "controlplane",
              "go.etcd.io/etcd/server/v3",
              "1 minute",
              Release.listedOnGitHub(
                  "etcd-io/etcd",
                  ETCD,
                  "etcd-" + ETCD + "-{system}-{architecture}.{archive}",
                  "SHA256SUMS")),
          ofKubernetes("kube-apiserver", "4 minutes"),
          ofKubernetes("kube-controller-manager", "1 minute"),
          ofKubernetes("kube-scheduler", "20 s"),
          ofKubernetes("kubectl", "20 s"),
          new Program(
              "kwok",
              "kwok",
              "sigs.k8s.io/kwok/cmd/kwok",
              "1 minute",
              KwokFiles.release("kwok-{system}-{architecture}")),
          new Program(
              "metrics-server",
              "metrics-server",
              "sigs.k8s.io/metrics-server/cmd/metrics-server",
              "2 minutes",
              Release.onGitHub(
                  "kubernetes-sigs/metrics-server",
                  METRICS_SERVER,
                  "metrics-server-{system}-{architecture}")));

  private static Program ofKubernetes(String name, String usually) {
    return new Program(
        name,
        "controlplane",
        "k8s.io/kubernetes/cmd/" + name,
        usually,
        Release.ofKubernetes(KUBERNETES, name));
  }
}
