package io.appenv.operator.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A plan under the rules its owner gave for changes: which of its actions may run, and which wait
 * for a person.
 *
 * @param plan with the actions that must not run yet marked so
 * @param approvals to be remembered before the first of the calls is made
 */
public record Governance(Plan plan, List<Approval> approvals) {

  public Governance {
    approvals = List.copyOf(approvals);
  }

  /** Without any rule. */
  public static Governance none(Plan plan) {
    return new Governance(plan, List.of());
  }

  /**
   * @param recorded the approvals that earlier passes remembered
   */
  public static Governance of(Plan plan, ChangeControl control, List<Approval> recorded) {
    var kept =
        recorded.stream()
            .filter(approval -> control.approved().contains(approval.plan()))
            .map(approval -> isDone(plan) ? approval.used() : approval)
            .toList();
    if (control.policy() == ChangePolicy.PLAN_ONLY) {
      return new Governance(plan.map(it -> it.at(Timing.NOT_AT_ALL)), kept);
    }
    var approvals = withNew(kept, awaiting(plan, control.policy(), actions(kept)), control);
    var awaiting = awaiting(plan, control.policy(), actions(approvals));
    return new Governance(
        plan.map(it -> awaiting.contains(it) ? it.at(Timing.AFTER_APPROVAL) : it), approvals);
  }

  /** What an approval was given for has come about, or is not wanted any more. */
  private static boolean isDone(Plan plan) {
    return plan.actions().isEmpty()
        && plan.findings().stream().allMatch(it -> it.reason() == Reason.PENDING_MAINTENANCE);
  }

  private static List<PlannedAction> awaiting(
      Plan plan, ChangePolicy policy, Set<String> approved) {
    return plan.actions().stream()
        .filter(action -> needsApproval(action, policy))
        .filter(action -> !approved.contains(Fingerprint.of(action)))
        .toList();
  }

  private static boolean needsApproval(PlannedAction action, ChangePolicy policy) {
    return switch (policy) {
      case AUTO -> false;
      case APPROVE_DISRUPTIVE -> action.isDisruptive();
      case APPROVE_ALL, PLAN_ONLY -> true;
    };
  }

  private static List<Approval> withNew(
      List<Approval> kept, List<PlannedAction> awaiting, ChangeControl control) {
    var hash = Fingerprint.of(awaiting);
    var isNew =
        !awaiting.isEmpty()
            && control.approved().contains(hash)
            && kept.stream().noneMatch(approval -> approval.plan().equals(hash));
    return isNew
        ? Stream.concat(kept.stream(), Stream.of(new Approval(hash, fingerprints(awaiting))))
            .toList()
        : kept;
  }

  private static Set<String> actions(List<Approval> approvals) {
    return approvals.stream()
        .flatMap(approval -> approval.actions().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> fingerprints(List<PlannedAction> actions) {
    return actions.stream().map(Fingerprint::of).collect(Collectors.toUnmodifiableSet());
  }
}
