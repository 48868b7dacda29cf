package io.appenv.operator.scaling;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.client.utils.Serialization;

/** Nodes as kubelets report them. */
final class TestNodes {

  private TestNodes() {}

  static Node open() {
    return node("", "", "True");
  }

  static Node labelled(String label) {
    return node(label, "", "True");
  }

  static Node specified(String spec) {
    return node("", spec, "True");
  }

  static Node ready(String status) {
    return node("", "", status);
  }

  /** An m5.xlarge, with what its kubelet keeps for itself taken off. */
  private static Node node(String label, String spec, String ready) {
    return NodeSummary.of(
        Serialization.unmarshal(
            """
            apiVersion: v1
            kind: Node
            metadata:
              name: ip-10-0-1-7.ap-northeast-1.compute.internal
              annotations: {node.alpha.kubernetes.io/ttl: "0"}
              labels: {kubernetes.io/os: linux, eks.amazonaws.com/nodegroup: shop%s}
            spec: {providerID: "aws:///ap-northeast-1a/i-0a1b2c3d"%s}
            status:
              allocatable: {cpu: 3920m, memory: 15147044Ki, pods: "58", ephemeral-storage: "18242267924"}
              capacity: {cpu: "4", memory: 16164900Ki, pods: "58"}
              conditions:
                - {type: MemoryPressure, status: "False", lastHeartbeatTime: "2026-11-23T00:00:00Z"}
                - {type: Ready, status: "%s", lastHeartbeatTime: "2026-11-23T00:00:00Z"}
              images: [{names: [registry.example.com/shop/frontend:1], sizeBytes: 123456789}]
            """
                .formatted(prefixed(label), prefixed(spec), ready),
            Node.class));
  }

  private static String prefixed(String more) {
    return more.isEmpty() ? "" : ", " + more;
  }
}
