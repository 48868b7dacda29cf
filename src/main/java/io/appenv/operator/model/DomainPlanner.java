package io.appenv.operator.model;

import java.util.List;
import java.util.Map;

/** The planner of one domain: pure functions from facts to actions. */
public interface DomainPlanner {

  /** What brings the observed state to the desired one. */
  Plan apply(Desired desired, Observed observed, IntentRecord recorded);

  /**
   * How the settings of the domain stand to what is desired. No entry where that cannot be told; an
   * empty one where what was known before counts no more.
   */
  Map<Component, List<Standing>> standings(Desired desired, Observed observed);

  /**
   * What removes the environment, by its deletion policies. Empty of actions and findings when
   * nothing is left to do.
   */
  Plan delete(Desired desired, Observed observed, IntentRecord recorded);
}
