package io.appenv.operator.model;

/**
 * One action of a plan.
 *
 * @param reason why, in words a user understands; never a secret
 */
public record PlannedAction(Action action, String reason, ChangeClass changeClass, Timing timing) {

  public static PlannedAction now(Action action, String reason, ChangeClass changeClass) {
    return new PlannedAction(action, reason, changeClass, Timing.NOW);
  }

  public PlannedAction afterPrevious() {
    return new PlannedAction(action, reason, changeClass, Timing.AFTER_PREVIOUS);
  }

  public boolean isCalledNow() {
    return timing != Timing.AFTER_PREVIOUS;
  }
}
