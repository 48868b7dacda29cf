package io.appenv.operator.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Nodes without machines in three zones, kept alive by KWOK, which also lets pods run on them and
 * reports the CPU and memory that a pod's annotations claim.
 */
record FakeNodes(Path directory, Path binaries, Certificates certificates, Kubectl kubectl) {

  private static final List<String> ZONES =
      List.of("ap-northeast-1a", "ap-northeast-1c", "ap-northeast-1d");

  /** Room for the benchmark's thousand environments. */
  private static final int PODS_PER_NODE = 5000;

  void start(int port, BiConsumer<String, List<String>> run) {
    run.accept(
        "kwok",
        List.of(
            binaries.resolve("kwok").toString(),
            "--kubeconfig=" + kubectl.kubeconfig(),
            "--config=" + configuration(),
            "--manage-all-nodes",
            // What the stages of KWOK's release rely on: with them a node's own state is renewed
            // every ten minutes only.
            "--node-lease-duration-seconds=40",
            "--node-ip=127.0.0.1",
            "--node-port=" + port,
            "--server-address=127.0.0.1:" + port,
            "--cidr=10.128.0.0/12",
            "--tls-cert-file=" + certificates.serverCertificate(),
            "--tls-private-key-file=" + certificates.serverKey()));
    kubectl.apply(ZONES.stream().map(FakeNodes::node).collect(Collectors.joining("---\n")));
  }

  static boolean areReady(Kubectl kubectl) {
    try {
      var statuses =
          kubectl.run(
              "get",
              "nodes",
              "-o",
              "jsonpath={.items[*].status.conditions[?(@.type=='Ready')].status}");
      return statuses.split("True", -1).length - 1 == ZONES.size();
    } catch (SandboxException notYet) {
      return false;
    }
  }

  /**
   * All stages and metrics of KWOK in one file, as it wants them. Beside them lie the {@code input}
   * and {@code output} of KWOK's own tests, and definitions that only an in-cluster KWOK needs.
   */
  private Path configuration() {
    var parts = new ArrayList<String>();
    try (var tree = Files.walk(binaries.resolve("kwok.d"))) {
      var files =
          tree.filter(file -> file.toString().matches(".*(?<!put)\\.yaml"))
              .filter(file -> !file.startsWith(binaries.resolve("kwok.d/crd")))
              .sorted()
              .toList();
      for (var file : files) {
        parts.add(Files.readString(file));
      }
      return Files.writeString(directory.resolve("kwok.yaml"), String.join("\n---\n", parts));
    } catch (IOException failed) {
      throw new SandboxException("KWOK's configuration is not readable.", failed);
    }
  }

  private static String node(String zone) {
    return """
        apiVersion: v1
        kind: Node
        metadata:
          name: node-%1$s
          annotations:
            kwok.x-k8s.io/node: fake
            metrics.k8s.io/resource-metrics-path: /metrics/nodes/node-%1$s/metrics/resource
          labels:
            type: kwok
            kubernetes.io/os: linux
            kubernetes.io/hostname: node-%1$s
            topology.kubernetes.io/zone: %1$s
            topology.kubernetes.io/region: ap-northeast-1
        status:
          allocatable: {cpu: "20000", memory: 40Ti, pods: "%2$d"}
          capacity: {cpu: "20000", memory: 40Ti, pods: "%2$d"}
        """
        .formatted(zone, PODS_PER_NODE);
  }
}
