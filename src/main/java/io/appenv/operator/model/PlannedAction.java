package io.appenv.operator.model;

import java.util.Optional;

/**
 * One action of a plan.
 *
 * @param reason why, in words a user understands; never a secret
 * @param interruption what the users of the data store notice of it
 * @param atOnce the same call for AWS to carry out at once; empty where it is not deferred, or
 *     where that would hurry something else along
 * @param asked whether a person is asked first, whatever the policy of the environment
 */
public record PlannedAction(
    Action action,
    String reason,
    ChangeClass changeClass,
    Interruption interruption,
    Timing timing,
    Optional<Action> atOnce,
    boolean asked) {

  /** What the policy of the environment decides on. */
  public PlannedAction(
      Action action,
      String reason,
      ChangeClass changeClass,
      Interruption interruption,
      Timing timing,
      Optional<Action> atOnce) {
    this(action, reason, changeClass, interruption, timing, atOnce, false);
  }

  public static PlannedAction now(Action action, String reason, ChangeClass changeClass) {
    return new PlannedAction(
        action, reason, changeClass, Interruption.NONE, Timing.NOW, Optional.empty());
  }

  public PlannedAction afterPrevious() {
    return at(Timing.AFTER_PREVIOUS);
  }

  public PlannedAction at(Timing other) {
    return new PlannedAction(action, reason, changeClass, interruption, other, atOnce, asked);
  }

  /** Of which a person is asked first under every policy. */
  public PlannedAction asking() {
    return asking(reason);
  }

  /** The same, with what whoever is asked has to know. */
  PlannedAction asking(String why) {
    return new PlannedAction(action, why, changeClass, interruption, timing, atOnce, true);
  }

  PlannedAction notAtOnce() {
    return new PlannedAction(
        action, reason, changeClass, interruption, timing, Optional.empty(), asked);
  }

  /** For the present moment, where AWS is the only one who would put it off. */
  public Optional<PlannedAction> madeAtOnce() {
    return atOnce.map(
        call ->
            new PlannedAction(
                call, reason, changeClass, interruption, Timing.NOW, Optional.empty(), asked));
  }

  /** Whether it is a person or a policy that keeps it from being made. */
  public boolean isHeld() {
    return timing == Timing.AFTER_APPROVAL || timing == Timing.NOT_AT_ALL;
  }

  public boolean isCalledNow() {
    return switch (timing) {
      case NOW, MAINTENANCE_WINDOW -> true;
      case HANDED_OVER,
          WHEN_WINDOW_OPENS,
          AFTER_PREVIOUS,
          AFTER_ROLLOUT,
          AFTER_APPROVAL,
          NOT_AT_ALL ->
          false;
    };
  }

  /** Whether somebody may want to be asked before: not where pods are replaced one by one. */
  public boolean isDisruptive() {
    return switch (changeClass) {
      case IN_PLACE -> interruption != Interruption.NONE;
      case RESTART -> interruption != Interruption.NONE || !(action instanceof WorkloadAction);
      case REPLACE, DESTROY -> true;
    };
  }
}
