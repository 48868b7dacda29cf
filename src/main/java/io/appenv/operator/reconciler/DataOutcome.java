package io.appenv.operator.reconciler;

import io.appenv.operator.model.Approval;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.DriftMemory;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Governance;
import io.appenv.operator.model.Leftover;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.ResourceRef;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.model.WorkloadAction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one pass did about the data services.
 *
 * @param leftovers what became of that of which there is a record
 * @param approvals what stays to be remembered of the plans that people approved
 * @param windowOpens when the window opens for which some of the plan waits
 * @param drift what somebody changed in AWS, and what is remembered to tell that
 * @param failures what could not be read or written
 * @param retryAfter when time alone makes something due: calls that failed, or the opening of a
 *     window; empty where only a sweep helps
 * @param awaits parts that can be planned only on a sweep begun after a moment
 */
record DataOutcome(
    Observed observed,
    Map<ResourceRef, Sighting<Leftover>> leftovers,
    Plan plan,
    List<Approval> approvals,
    Optional<Instant> windowOpens,
    DriftMemory drift,
    List<Failure> failures,
    Optional<Duration> retryAfter,
    Map<Component, Instant> awaits) {

  static DataOutcome none() {
    return none(Governance.none(Plan.empty()));
  }

  /** Of an environment that has nothing in AWS. */
  static DataOutcome none(Governance governance) {
    return new DataOutcome(
        Observed.unseen(),
        Map.of(),
        governance.plan(),
        governance.approvals(),
        governance.opens(),
        DriftMemory.none(),
        List.of(),
        Optional.empty(),
        Map.of());
  }

  /** Nothing done, nothing to do, nothing awaited, and seen after everything that was done. */
  boolean isSettled() {
    return plan.isSettled() && failures.isEmpty() && awaits.isEmpty();
  }

  /** Nothing to look at often: at most AWS does something in a maintenance window. */
  boolean isAtRest(boolean paused) {
    return failures.isEmpty()
        && awaits.isEmpty()
        && (paused || plan.actions().stream().noneMatch(DataOutcome::isCalledNow))
        && plan.findings().stream().allMatch(it -> it.reason() == Reason.PENDING_MAINTENANCE);
  }

  private static boolean isCalledNow(PlannedAction planned) {
    return planned.isCalledNow() && !isMadeOfWorkloads(planned);
  }

  /** What the dependents make of the plan in this pass. */
  static boolean isMadeOfWorkloads(PlannedAction planned) {
    return planned.isCalledNow() && planned.action() instanceof WorkloadAction;
  }

  /** The same after the dependents have made their part of the plan; no other pass shows that. */
  DataOutcome withoutWorkloadsMade() {
    return new DataOutcome(
        observed,
        leftovers,
        plan.without(DataOutcome::isMadeOfWorkloads),
        approvals,
        windowOpens,
        drift,
        failures,
        retryAfter,
        awaits);
  }

  /** Parts at which AWS is at work now, so that looking often shows something new. */
  Set<Component> changing() {
    return plan.findings().stream()
        .filter(DataOutcome::isUnderWay)
        .filter(it -> it.reason() != Reason.OBSERVING || !isFailing(it.component()))
        .map(Failure::component)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What AWS refuses to tell comes no sooner by asking often. */
  private boolean isFailing(Component part) {
    return failures.stream().anyMatch(it -> it.component() == part);
  }

  /** A state this version does not know may be one that lasts. */
  private static boolean isUnderWay(Failure finding) {
    return finding instanceof Failure.Waiting
        && finding.reason() != Reason.PENDING_MAINTENANCE
        && finding.reason() != Reason.UNKNOWN_STATE;
  }
}
