package io.appenv.operator.reconciler;

import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What one pass did about the data services.
 *
 * @param failures what could not be read or written
 * @param retryAfter when the failed calls are due again
 */
record DataOutcome(
    Observed observed, Plan plan, List<Failure> failures, Optional<Duration> retryAfter) {

  static DataOutcome none() {
    return new DataOutcome(Observed.unseen(), Plan.empty(), List.of(), Optional.empty());
  }

  /** Nothing done, nothing to do, nothing awaited. */
  boolean isSettled() {
    return plan.isSettled() && failures.isEmpty();
  }
}
