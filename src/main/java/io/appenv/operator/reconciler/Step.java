package io.appenv.operator.reconciler;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.WorkloadAction;
import java.time.Duration;
import java.time.Instant;

/** What one pass does about one part of an environment. */
sealed interface Step {

  /** The picture is older than the last write or could not be completed; the sweep wakes it. */
  record Look() implements Step {}

  /** The picture is fresh and leaves nothing to call. */
  record Rest() implements Step {}

  /** The last call failed a moment ago; only time helps, and there is some left. */
  record Pause(Duration time) implements Step {}

  /** The calls of the plan are due. */
  record Call() implements Step {}

  /**
   * @param fresh whether the picture shows the last write
   * @param paused nothing may be changed
   */
  static Step of(
      Component part, Plan plan, boolean fresh, boolean paused, Attempt attempt, Instant now) {
    if (!fresh) {
      return new Look();
    }
    if (paused || plan.actions().stream().noneMatch(action -> isCalled(action, part))) {
      return new Rest();
    }
    return now.isBefore(attempt.notBefore())
        ? new Pause(Duration.between(now, attempt.notBefore()))
        : new Call();
  }

  static boolean isCalled(PlannedAction planned, Component part) {
    return planned.isCalledNow()
        && planned.action().target().kind().component() == part
        // Those are made by the dependents.
        && !(planned.action() instanceof WorkloadAction);
  }
}
