package io.appenv.operator.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * metrics-server behind the aggregation layer. A Service of type ExternalName that points to
 * localhost is how the API server reaches a process outside the cluster.
 */
record MetricsServer(Path binaries, Path directory, Path kubeconfig, Kubectl kubectl) {

  void start(int port, BiConsumer<String, List<String>> run) {
    kubectl.apply(
        """
        apiVersion: apiregistration.k8s.io/v1
        kind: APIService
        metadata: {name: v1beta1.metrics.k8s.io}
        spec:
          group: metrics.k8s.io
          version: v1beta1
          groupPriorityMinimum: 100
          versionPriority: 100
          insecureSkipTLSVerify: true
          service: {name: metrics-server, namespace: kube-system, port: %1$d}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: metrics-server, namespace: kube-system}
        spec: {type: ExternalName, externalName: localhost, ports: [{port: %1$d}]}
        """
            .formatted(port));
    run.accept(
        "metrics-server",
        List.of(
            binaries.resolve("metrics-server").toString(),
            "--kubeconfig=" + kubeconfig,
            "--authentication-kubeconfig=" + kubeconfig,
            "--authorization-kubeconfig=" + kubeconfig,
            "--bind-address=127.0.0.1",
            "--secure-port=" + port,
            "--cert-dir=" + directory.resolve("metrics-server"),
            "--kubelet-insecure-tls",
            "--kubelet-use-node-status-port",
            "--metric-resolution=10s",
            "--kubelet-request-timeout=5s",
            "--kubelet-preferred-address-types=InternalIP"));
  }
}
