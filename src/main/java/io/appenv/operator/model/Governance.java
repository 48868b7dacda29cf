package io.appenv.operator.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A plan under the rules its owner gave for changes: which of its actions may run, and which wait
 * for a person or for a window.
 *
 * @param plan with the actions that must not run yet marked so
 * @param approvals to be remembered before the first of the calls is made
 * @param opens when the window opens for which some of the actions wait
 */
public record Governance(Plan plan, List<Approval> approvals, Optional<Instant> opens) {

  public Governance {
    approvals = List.copyOf(approvals);
  }

  /** Without any rule. */
  public static Governance none(Plan plan) {
    return new Governance(plan, List.of(), Optional.empty());
  }

  /**
   * @param recorded the approvals that earlier passes remembered
   */
  public static Governance of(
      Plan plan, ChangeControl control, List<Approval> recorded, Instant now) {
    var kept =
        recorded.stream()
            .filter(approval -> approval.isGivenBy(control))
            .map(approval -> isDone(plan, approval) ? approval.used() : approval)
            .toList();
    if (control.policy() == ChangePolicy.PLAN_ONLY) {
      return new Governance(plan.map(it -> it.at(Timing.NOT_AT_ALL)), kept, opening(plan, now));
    }
    var ruled = rule(plan, control, kept, now);
    var given = given(ruled.plan(), control, kept);
    return given
        .map(it -> rule(plan, control, Stream.concat(kept.stream(), Stream.of(it)).toList(), now))
        .orElse(ruled);
  }

  /**
   * What an approval was given for has come about, or is not wanted any more. What AWS only holds
   * for later has come about for all but an emergency.
   */
  private static boolean isDone(Plan plan, Approval approval) {
    return plan.actions().isEmpty()
        && plan.findings().stream().noneMatch(Governance::isUnderWay)
        && plan.handedOver().stream().noneMatch(it -> approval.hurries(it.fingerprint()));
  }

  private static boolean isUnderWay(Failure finding) {
    return finding instanceof Failure.Waiting && finding.reason() != Reason.PENDING_MAINTENANCE;
  }

  private static Governance rule(
      Plan plan, ChangeControl control, List<Approval> approvals, Instant now) {
    var approved = actions(approvals.stream());
    var urgent = actions(approvals.stream().filter(Approval::isEmergency));
    var asked =
        plan.map(it -> needsApproval(it, control, approved) ? it.at(Timing.AFTER_APPROVAL) : it)
            .map(it -> isHurried(it, urgent) ? it.madeAtOnce().orElse(it) : it)
            .hurrying(urgent);
    var passed = new WindowGate.Passed(asked, Optional.empty());
    for (var gate : gates(asked, control, now)) {
      passed = passed.through(gate);
    }
    return governed(passed.plan(), approvals, passed.opens(), now);
  }

  private static Governance governed(
      Plan plan, List<Approval> approvals, Optional<Instant> own, Instant now) {
    return new Governance(plan, approvals, own.or(() -> opening(plan, now)));
  }

  /** Of the windows for which AWS holds something. */
  private static Optional<Instant> opening(Plan plan, Instant now) {
    return plan.handedOver().stream()
        .flatMap(it -> it.window().stream())
        .map(window -> window.opening(now).start())
        .min(Comparator.naturalOrder());
  }

  /** What comes after something else cannot overtake it. */
  private static boolean isHurried(PlannedAction action, Set<String> urgent) {
    return action.timing() != Timing.AFTER_PREVIOUS && urgent.contains(Fingerprint.of(action));
  }

  private static List<WindowGate> gates(Plan plan, ChangeControl control, Instant now) {
    return control
        .window()
        .map(window -> List.of(WindowGate.ofEnvironment(window, now)))
        .orElseGet(
            () ->
                plan.actions().stream()
                    .filter(it -> it.timing() == Timing.WHEN_WINDOW_OPENS)
                    .flatMap(it -> it.action().window().stream())
                    .distinct()
                    .map(window -> WindowGate.ofDataStore(window, now))
                    .toList());
  }

  private static boolean needsApproval(
      PlannedAction action, ChangeControl control, Set<String> approved) {
    var isGoverned =
        switch (control.policy()) {
          case AUTO -> false;
          case APPROVE_DISRUPTIVE -> action.isDisruptive();
          case APPROVE_ALL, PLAN_ONLY -> true;
        };
    return (isGoverned || action.asked()) && !approved.contains(Fingerprint.of(action));
  }

  /** An approval of what waits now, if there is one that is not known yet. */
  private static Optional<Approval> given(Plan plan, ChangeControl control, List<Approval> kept) {
    var hash = plan.hash();
    var actions =
        plan.awaiting().stream().map(Fingerprint::of).collect(Collectors.toUnmodifiableSet());
    var urgency = control.emergency().filter(it -> it.plan().equals(hash)).map(Emergency::reason);
    var isForPerson = plan.awaiting().stream().anyMatch(it -> it.timing() == Timing.AFTER_APPROVAL);
    var isGiven = urgency.isPresent() || (isForPerson && control.approved().contains(hash));
    return Optional.of(new Approval(hash, actions, urgency))
        .filter(_ -> isGiven && !actions.isEmpty())
        .filter(approval -> kept.stream().noneMatch(it -> it.covers(approval)));
  }

  /** Hash of the plan that an action is made for: the one that was approved, where one was. */
  public String planOf(PlannedAction action) {
    return approval(action).map(Approval::plan).orElseGet(plan::hash);
  }

  /** Whether a person let it through. */
  public boolean isApproved(PlannedAction action) {
    return approval(action).isPresent();
  }

  private Optional<Approval> approval(PlannedAction action) {
    var fingerprint = Fingerprint.of(action);
    return approvals.stream().filter(it -> it.actions().contains(fingerprint)).findFirst();
  }

  private static Set<String> actions(Stream<Approval> approvals) {
    return approvals
        .flatMap(approval -> approval.actions().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
