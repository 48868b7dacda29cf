package io.appenv.operator.workload;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.DesiredTier;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraintBuilder;
import java.util.List;
import java.util.stream.Stream;

/**
 * Spreads a tier over zones and nodes. A preference and not a condition: after the loss of a zone
 * the pods must still find a place in those that are left.
 */
final class TopologySpread {

  private static final String ZONE = "topology.kubernetes.io/zone";
  private static final String NODE = "kubernetes.io/hostname";

  private TopologySpread() {}

  static List<TopologySpreadConstraint> of(Blueprint blueprint, DesiredTier tier) {
    return topologyKeys(tier).map(key -> constraint(key, blueprint, tier)).toList();
  }

  private static Stream<String> topologyKeys(DesiredTier tier) {
    return tier.spreadAcrossZones() ? Stream.of(ZONE, NODE) : Stream.of(NODE);
  }

  private static TopologySpreadConstraint constraint(
      String topologyKey, Blueprint blueprint, DesiredTier tier) {
    return new TopologySpreadConstraintBuilder()
        .withTopologyKey(topologyKey)
        .withMaxSkew(1)
        .withWhenUnsatisfiable("ScheduleAnyway")
        .withNewLabelSelector()
        .withMatchLabels(Labels.tierSelector(Metadata.environment(blueprint), tier))
        .endLabelSelector()
        // Counts only pods of the same revision; or a roll-out would end up skewed.
        .withMatchLabelKeys("pod-template-hash")
        .build();
  }
}
