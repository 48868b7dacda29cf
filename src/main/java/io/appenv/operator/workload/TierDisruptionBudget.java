package io.appenv.operator.workload;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.DesiredTier;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import java.util.Optional;

/** Lets a node drain take one pod of a tier at a time. */
public final class TierDisruptionBudget {

  private TierDisruptionBudget() {}

  /** Empty for a tier of one pod: no budget can keep that one and let the node drain. */
  public static Optional<PodDisruptionBudget> build(Blueprint blueprint, DesiredTier tier) {
    return tier.scaling().min() > 1 ? Optional.of(budget(blueprint, tier)) : Optional.empty();
  }

  private static PodDisruptionBudget budget(Blueprint blueprint, DesiredTier tier) {
    return new PodDisruptionBudgetBuilder()
        .withMetadata(Metadata.tier(blueprint, tier))
        .withNewSpec()
        .withMaxUnavailable(new IntOrString(1))
        // Pods that are not ready anyway must not hold up a drain.
        .withUnhealthyPodEvictionPolicy("AlwaysAllow")
        .withNewSelector()
        .withMatchLabels(Labels.tierSelector(Metadata.environment(blueprint), tier))
        .endSelector()
        .endSpec()
        .build();
  }
}
