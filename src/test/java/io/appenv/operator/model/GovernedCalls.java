package io.appenv.operator.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Governs the plans of many passes as the operator does, and writes down what was called. */
public final class GovernedCalls {

  private final List<String> made = new ArrayList<>();
  private ChangeControl control = ChangeControl.auto();
  private List<Approval> approvals = List.of();
  private Instant now = Instant.EPOCH;

  /** From the next pass on. */
  public void under(ChangePolicy policy, String... approved) {
    control = new ChangeControl(policy, Set.of(approved), Optional.empty(), Optional.empty());
    made.clear();
  }

  /** From the next pass on, without anybody being asked. */
  public void underEmergency(String plan) {
    control =
        new ChangeControl(
            ChangePolicy.AUTO,
            Set.of(),
            Optional.empty(),
            Optional.of(new Emergency(plan, "out of memory")));
    made.clear();
  }

  /** From the next pass on it is this late. */
  public void at(Instant moment) {
    now = moment;
  }

  /** The plan as it would be shown. */
  public Plan look(Plan plan) {
    return Governance.of(plan, control, approvals, now).plan();
  }

  /** The plan as it is carried out now. */
  public Plan govern(Plan plan) {
    var governance = Governance.of(plan, control, approvals, now);
    approvals = governance.approvals();
    governance.plan().actions().stream()
        .filter(PlannedAction::isCalledNow)
        .map(GovernedCalls::words)
        .forEach(made::add);
    return governance.plan();
  }

  /** All calls, in their order. */
  public List<String> made() {
    return List.copyOf(made);
  }

  /** What a plan promises to call. */
  public static List<String> promised(Plan plan) {
    return plan.actions().stream().map(GovernedCalls::words).toList();
  }

  /** What waits for a window, that of AWS included, and can be hurried. */
  public static List<String> held(Plan plan) {
    return Stream.concat(
            plan.actions().stream().filter(it -> it.timing() == Timing.WHEN_WINDOW_OPENS),
            plan.handedOver().stream().map(HandedOver::planned))
        .filter(it -> it.atOnce().isPresent())
        .map(GovernedCalls::words)
        .toList();
  }

  private static String words(PlannedAction action) {
    return "%s %s, %s"
        .formatted(Fingerprint.of(action), action.action().operation(), action.reason());
  }
}
