package io.appenv.operator.status;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Timing;
import io.appenv.operator.status.Verdict.Weight;

/** What is said of a change that is planned and that nobody lets through yet. */
final class HeldVerdict {

  private HeldVerdict() {}

  static Verdict of(StatusInput input, PlannedAction held) {
    return held.timing() == Timing.NOT_AT_ALL
        ? onlyPlanned(text(held))
        : awaitingApproval(input, text(held));
  }

  /** What is to be done, and why. */
  static String text(PlannedAction next) {
    return "%s of %s is next: %s"
        .formatted(next.action().operation(), next.action().target().name(), next.reason());
  }

  private static Verdict awaitingApproval(StatusInput input, String text) {
    var hash = input.plan().hash();
    return Verdict.no(
        Reason.APPROVAL_REQUIRED,
        "%s; it waits for approval of plan %s, by spec.operations.approve or by: kubectl annotate appenv %s %s=%s --overwrite"
            .formatted(
                text,
                hash,
                input.environment().getMetadata().getName(),
                AppEnvironment.APPROVE,
                hash),
        Weight.NONE);
  }

  private static Verdict onlyPlanned(String text) {
    return Verdict.no(
        Reason.PLAN_ONLY,
        "Planned, but not done while spec.operations.changes is PlanOnly: " + text,
        Weight.NONE);
  }
}
