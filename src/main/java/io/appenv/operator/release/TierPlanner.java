package io.appenv.operator.release;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.model.Interruption;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Timing;
import io.appenv.operator.model.WorkloadAction;
import io.appenv.operator.model.WorkloadAction.Verb;
import io.appenv.operator.workload.TierDeployment;
import io.appenv.operator.workload.TierNetworkPolicy;
import io.appenv.operator.workload.TierTemplate;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Plans what becomes of the tiers: started, rolled out, scaled otherwise, or taken away. */
public final class TierPlanner {

  private final Blueprint blueprint;
  private final RunningTiers running;

  private TierPlanner(Blueprint blueprint, RunningTiers running) {
    this.blueprint = blueprint;
    this.running = running;
  }

  public static Plan plan(Blueprint blueprint, RunningTiers running) {
    var planner = new TierPlanner(blueprint, running);
    return Plan.of(
        Stream.concat(
                blueprint.desired().tiers().stream().flatMap(planner::changes), planner.removals())
            .toList());
  }

  private Stream<PlannedAction> changes(DesiredTier tier) {
    return running
        .deployment(tier.name())
        .map(deployment -> changes(tier, deployment))
        .orElseGet(() -> Stream.of(creation(tier)));
  }

  private PlannedAction creation(DesiredTier tier) {
    var create =
        PlannedAction.now(
            new WorkloadAction(Verb.CREATE, tier.name(), tier.resourceName()),
            "tier " + tier.name() + " does not run yet",
            ChangeClass.IN_PLACE);
    return blueprint.runnableTiers().contains(tier) ? create : create.afterPrevious();
  }

  private Stream<PlannedAction> changes(DesiredTier tier, Deployment deployment) {
    return Stream.of(
            rollOut(tier, deployment),
            modification(tier, deployment),
            scaling(tier),
            admission(tier))
        .flatMap(Optional::stream);
  }

  private Optional<PlannedAction> rollOut(DesiredTier tier, Deployment deployment) {
    return TierTemplate.of(deployment)
        .filter(template -> !template.equals(TierTemplate.of(blueprint, tier)))
        .map(
            _ ->
                PlannedAction.now(
                    new WorkloadAction(Verb.ROLL_OUT, tier.name(), tier.resourceName()),
                    TemplateChange.describe(blueprint, tier, deployment),
                    ChangeClass.RESTART))
        .map(it -> isSettled(tier) ? it : it.afterPrevious());
  }

  private boolean isSettled(DesiredTier tier) {
    return blueprint.configurations().of(tier.name()).isSettled();
  }

  private Optional<PlannedAction> modification(DesiredTier tier, Deployment deployment) {
    var wanted = TierDeployment.build(blueprint, tier).getSpec().getProgressDeadlineSeconds();
    var present = deployment.getSpec().getProgressDeadlineSeconds();
    return Objects.equals(wanted, present)
        ? Optional.empty()
        : Optional.of(
            PlannedAction.now(
                new WorkloadAction(Verb.MODIFY, tier.name(), tier.resourceName()),
                "availableWithin %s s -> %s s".formatted(present, wanted),
                ChangeClass.IN_PLACE));
  }

  private Optional<PlannedAction> scaling(DesiredTier tier) {
    return running
        .autoscaler(tier.name())
        .flatMap(autoscaler -> ScalingChange.describe(blueprint, tier, autoscaler))
        .map(
            reason ->
                PlannedAction.now(
                    new WorkloadAction(Verb.SCALE, tier.name(), tier.resourceName()),
                    reason,
                    ChangeClass.IN_PLACE));
  }

  /** Drift is no matter of this: it is put right at once. */
  private Optional<PlannedAction> admission(DesiredTier tier) {
    var wanted = TierNetworkPolicy.accepted(blueprint.desired(), tier);
    return running
        .networkPolicy(tier.name())
        .flatMap(TierNetworkPolicy::accepted)
        .filter(present -> !present.equals(wanted))
        .map(
            present ->
                PlannedAction.now(
                    new WorkloadAction(Verb.ADMIT, tier.name(), tier.resourceName()),
                    "accepts %s -> %s".formatted(present, wanted),
                    ChangeClass.IN_PLACE));
  }

  private Stream<PlannedAction> removals() {
    return running
        .others(blueprint.desired().tiers().stream().map(DesiredTier::name).toList())
        .entrySet()
        .stream()
        .map(it -> removal(it.getKey(), it.getValue()));
  }

  private static PlannedAction removal(String tier, Deployment deployment) {
    return new PlannedAction(
        new WorkloadAction(Verb.DELETE, tier, deployment.getMetadata().getName()),
        "spec.tiers has no tier " + tier + " any more",
        ChangeClass.DESTROY,
        Interruption.REMOVAL,
        Timing.NOW,
        Optional.empty());
  }
}
