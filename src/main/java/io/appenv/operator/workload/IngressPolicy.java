package io.appenv.operator.workload;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPortBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who may open connections to some pods; nobody else may. What the pods connect to is not limited:
 * that is said at the other end. A pod's own node, and so the kubelet's probes, is always let in.
 */
public final class IngressPolicy {

  private IngressPolicy() {}

  /**
   * @param rules who is let in; none lets nobody in
   */
  public static NetworkPolicy of(
      ObjectMeta metadata, Map<String, String> pods, List<NetworkPolicyIngressRule> rules) {
    return new NetworkPolicyBuilder()
        .withMetadata(metadata)
        .withNewSpec()
        .withNewPodSelector()
        .withMatchLabels(pods)
        .endPodSelector()
        .withPolicyTypes("Ingress")
        .withIngress(rules)
        .endSpec()
        .build();
  }

  /** Nothing where there are no peers: a rule that names none lets everybody in. */
  public static Stream<NetworkPolicyIngressRule> rule(
      List<NetworkPolicyPeer> peers, List<Integer> ports) {
    return peers.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new NetworkPolicyIngressRuleBuilder()
                .withFrom(peers)
                .withPorts(ports.stream().sorted().map(IngressPolicy::port).toList())
                .build());
  }

  /** Pods of the same namespace. */
  public static NetworkPolicyPeer pods(Map<String, String> labels) {
    return new NetworkPolicyPeerBuilder()
        .withNewPodSelector()
        .withMatchLabels(labels)
        .endPodSelector()
        .build();
  }

  /** Pods of whatever namespace. */
  static NetworkPolicyPeer anyPod() {
    return new NetworkPolicyPeerBuilder().withNewNamespaceSelector().endNamespaceSelector().build();
  }

  static NetworkPolicyPeer addresses(String range) {
    return new NetworkPolicyPeerBuilder().withNewIpBlock().withCidr(range).endIpBlock().build();
  }

  private static NetworkPolicyPort port(int number) {
    return new NetworkPolicyPortBuilder()
        .withProtocol("TCP")
        .withPort(new IntOrString(number))
        .build();
  }
}
