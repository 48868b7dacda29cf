package io.appenv.operator.dependent;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.workload.Labels;
import io.appenv.operator.workload.Metadata;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import java.util.List;
import java.util.Optional;

/**
 * Has the pods of a tier carry its security group, and that of the cluster beside it: a pod carries
 * what the policy says and nothing of its node.
 */
final class TierSecurityGroupPolicy {

  private TierSecurityGroupPolicy() {}

  /** Empty where pods carry the groups of their nodes, or the group of the tier is not there. */
  static Optional<SecurityGroupPolicy> build(Blueprint blueprint, DesiredTier tier) {
    return blueprint
        .desired()
        .clusterGroup()
        .flatMap(
            cluster ->
                Optional.ofNullable(blueprint.podGroups().ids().get(tier.name()))
                    .map(own -> policy(blueprint, tier, List.of(own, cluster))));
  }

  private static SecurityGroupPolicy policy(
      Blueprint blueprint, DesiredTier tier, List<String> groups) {
    var policy = new SecurityGroupPolicy();
    policy.setMetadata(Metadata.tier(blueprint, tier));
    policy.setSpec(
        new SecurityGroupPolicy.Spec(
            new LabelSelectorBuilder()
                .withMatchLabels(Labels.tierSelector(Metadata.environment(blueprint), tier))
                .build(),
            new SecurityGroupPolicy.Groups(groups)));
    return policy;
  }
}
