package io.appenv.operator.status;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.status.Verdict.Weight;
import java.util.List;

/** What is said of a part by what is planned of it, and what of what is left as it is. */
final class PlannedVerdict {

  private PlannedVerdict() {}

  /**
   * @param actions at least one
   */
  static Verdict of(StatusInput input, List<PlannedAction> actions) {
    var next = next(actions);
    var text = HeldVerdict.text(next);
    if (input.paused()) {
      return paused(text);
    }
    return next.isHeld()
        ? HeldVerdict.of(input, next)
        : Verdict.no(
            next.action().creates() ? Reason.CREATING : Reason.MODIFYING, text, Weight.UNDER_WAY);
  }

  static Verdict paused(String text) {
    return Verdict.no(
        Reason.PAUSED,
        "Planned, but not done while spec.operations.paused is true: " + text,
        Weight.NONE);
  }

  /** What goes on, rather than what waits for somebody. */
  static PlannedAction next(List<PlannedAction> actions) {
    return actions.stream()
        .filter(PlannedAction::isCalledNow)
        .findFirst()
        .orElseGet(actions::getFirst);
  }

  /** The end of a sentence about a part; empty where nothing of it is left to others. */
  static String kept(StatusInput input, Component component) {
    var kept = input.keptDrift(component);
    return kept.isEmpty()
        ? ""
        : "; what somebody changed is left so, as spec.operations.drift says: "
            + String.join(", ", kept);
  }
}
