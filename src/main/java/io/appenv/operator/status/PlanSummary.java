package io.appenv.operator.status;

import io.appenv.operator.api.v1alpha1.PlanStatus;
import io.appenv.operator.api.v1alpha1.PlannedActionStatus;
import io.appenv.operator.model.HandedOver;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Timing;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** The plan as people read it; it names differences, never a secret. */
final class PlanSummary {

  private PlanSummary() {}

  /** Empty when there is nothing to do. */
  static Optional<PlanStatus> of(Plan plan, Optional<Instant> opens) {
    var actions =
        Stream.concat(plan.actions().stream(), plan.handedOver().stream().map(HandedOver::planned))
            .map(PlanSummary::action)
            .toList();
    if (actions.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PlanStatus(actions, plan.hash(), opens.map(Instant::toString).orElse(null)));
  }

  private static PlannedActionStatus action(PlannedAction planned) {
    return new PlannedActionStatus(
        planned.action().operation(),
        planned.action().target().name(),
        planned.reason(),
        planned.changeClass().name(),
        planned.interruption().words(),
        when(planned.timing()));
  }

  private static String when(Timing timing) {
    return switch (timing) {
      case NOW -> "now";
      case MAINTENANCE_WINDOW -> "in the maintenance window";
      case HANDED_OVER -> "in the maintenance window, accepted by AWS";
      case WHEN_WINDOW_OPENS -> "when the maintenance window opens";
      case AFTER_PREVIOUS -> "after the actions before it";
      case AFTER_ROLLOUT -> "once all pods use the new connection";
      case AFTER_APPROVAL -> "after approval";
      case NOT_AT_ALL -> "not at all, as spec.operations.changes is PlanOnly";
    };
  }
}
