package io.appenv.operator.model;

/**
 * One action of a plan.
 *
 * @param reason why, in words a user understands; never a secret
 */
public record PlannedAction(Action action, String reason, ChangeClass changeClass, Timing timing) {

  public boolean isCalledNow() {
    return timing != Timing.AFTER_PREVIOUS;
  }
}
