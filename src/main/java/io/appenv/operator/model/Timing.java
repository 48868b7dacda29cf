package io.appenv.operator.model;

/** When a planned action runs. */
public enum Timing {
  /** In this pass. */
  NOW,
  /** Handed to AWS in this pass; AWS carries it out in the maintenance window. */
  MAINTENANCE_WINDOW,
  /** Accepted by AWS in an earlier pass; AWS carries it out in the maintenance window. */
  HANDED_OVER,
  /**
   * In the maintenance window, the environment's own or else the data store's; AWS is not asked
   * before.
   */
  WHEN_WINDOW_OPENS,
  /** In a later pass, once the actions before it have settled. */
  AFTER_PREVIOUS,
  /** Once all pods run with the credentials it is about. */
  AFTER_ROLLOUT,
  /** Once a person has approved it. */
  AFTER_APPROVAL,
  /** Never, as long as plans are only to be shown. */
  NOT_AT_ALL
}
