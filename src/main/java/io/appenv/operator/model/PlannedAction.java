package io.appenv.operator.model;

/**
 * One action of a plan.
 *
 * @param reason why, in words a user understands; never a secret
 * @param interruption what the users of the data store notice of it
 */
public record PlannedAction(
    Action action,
    String reason,
    ChangeClass changeClass,
    Interruption interruption,
    Timing timing) {

  public static PlannedAction now(Action action, String reason, ChangeClass changeClass) {
    return new PlannedAction(action, reason, changeClass, Interruption.NONE, Timing.NOW);
  }

  public PlannedAction afterPrevious() {
    return at(Timing.AFTER_PREVIOUS);
  }

  public PlannedAction at(Timing other) {
    return new PlannedAction(action, reason, changeClass, interruption, other);
  }

  public boolean isCalledNow() {
    return switch (timing) {
      case NOW, MAINTENANCE_WINDOW -> true;
      case AFTER_PREVIOUS, AFTER_APPROVAL, NOT_AT_ALL -> false;
    };
  }

  /** Whether somebody may want to be asked before. */
  public boolean isDisruptive() {
    return changeClass != ChangeClass.IN_PLACE || interruption != Interruption.NONE;
  }
}
