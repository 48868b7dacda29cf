package io.appenv.operator.dependent;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.workload.TierDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.stream.Stream;

/** A PodDisruptionBudget for each tier of more than one pod. */
public class PodDisruptionBudgetDependent extends EnvironmentDependent<PodDisruptionBudget> {

  public PodDisruptionBudgetDependent() {
    super(PodDisruptionBudget.class);
  }

  @Override
  protected Stream<PodDisruptionBudget> wanted(Blueprint blueprint) {
    return blueprint.runnableTiers().stream()
        .flatMap(tier -> TierDisruptionBudget.build(blueprint, tier).stream());
  }

  /** Its status changes with every pod, and is the eviction API's affair. */
  @Override
  protected PodDisruptionBudget reduced(PodDisruptionBudget resource) {
    resource.setStatus(null);
    return super.reduced(resource);
  }
}
