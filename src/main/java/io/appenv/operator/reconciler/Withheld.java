package io.appenv.operator.reconciler;

import io.appenv.operator.model.Action;
import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;

/**
 * Plans made with a network that is only remembered: shown whole, but nothing is placed by them.
 */
final class Withheld {

  private Withheld() {}

  static Plan of(Plan plan) {
    return plan.map(Withheld::of);
  }

  private static PlannedAction of(PlannedAction planned) {
    return isPlaced(planned.action()) ? planned.afterPrevious() : planned;
  }

  private static boolean isPlaced(Action action) {
    return action.creates()
        || action instanceof DatabaseAction.ModifySubnetGroup
        || action instanceof CacheAction.ModifySubnetGroup;
  }
}
