package io.appenv.operator.model;

/** The planner of one domain: pure functions from facts to actions. */
public interface DomainPlanner {

  /** What brings the observed state to the desired one. */
  Plan apply(Desired desired, Observed observed, IntentRecord recorded);

  /**
   * What removes the environment, by its deletion policies. Empty of actions and findings when
   * nothing is left to do.
   */
  Plan delete(Desired desired, Observed observed, IntentRecord recorded);
}
