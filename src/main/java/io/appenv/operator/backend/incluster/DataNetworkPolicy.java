package io.appenv.operator.backend.incluster;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.workload.IngressPolicy;
import io.appenv.operator.workload.Labels;
import io.appenv.operator.workload.Metadata;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.List;

/** Closes a data server to everybody but the tiers that use it. */
final class DataNetworkPolicy {

  private DataNetworkPolicy() {}

  static NetworkPolicy build(Blueprint blueprint, DataServer server) {
    var environment = Metadata.environment(blueprint);
    return IngressPolicy.of(
        Metadata.named(
            blueprint,
            server.name(),
            Labels.data(environment, server.component(), server.product())),
        Labels.dataSelector(environment, server.component()),
        IngressPolicy.rule(users(blueprint, server), List.of(server.port())).toList());
  }

  private static List<NetworkPolicyPeer> users(Blueprint blueprint, DataServer server) {
    return blueprint.desired().tiers().stream()
        .filter(tier -> tier.uses().contains(server.use()))
        .map(DesiredTier::name)
        .sorted()
        .map(tier -> Labels.tierSelector(Metadata.environment(blueprint), tier))
        .map(IngressPolicy::pods)
        .toList();
  }
}
