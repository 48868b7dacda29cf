package io.appenv.operator.reconciler;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.List;
import java.util.stream.Collectors;

/** Whom a policy lets in, one line for each of its rules. */
final class PolicyInWords {

  private PolicyInWords() {}

  static List<String> of(NetworkPolicy policy) {
    var name = policy.getMetadata().getName();
    var rules = policy.getSpec().getIngress();
    return rules.isEmpty()
        ? List.of(name + ": nobody")
        : rules.stream().map(rule -> name + ": " + rule(rule)).toList();
  }

  private static String rule(NetworkPolicyIngressRule rule) {
    var ports =
        rule.getPorts().stream()
            .map(port -> String.valueOf(port.getPort().getIntVal()))
            .collect(Collectors.joining(" "));
    return rule.getFrom().stream().map(PolicyInWords::peer).collect(Collectors.joining(" "))
        + " on "
        + ports;
  }

  private static String peer(NetworkPolicyPeer peer) {
    if (peer.getIpBlock() != null) {
      return peer.getIpBlock().getCidr();
    }
    return peer.getNamespaceSelector() == null
        ? "tier " + peer.getPodSelector().getMatchLabels().get("appenv.io/tier")
        : "any pod";
  }
}
