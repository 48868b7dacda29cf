package io.appenv.operator.api.v1alpha1;

/** Which changes of the data services in AWS are made without anybody being asked. */
public enum ChangePolicy {
  /** All; those that interrupt are made in the maintenance window. */
  Auto,

  /** Those that interrupt nothing; the others once their plan is approved. */
  ApproveDisruptive,

  /** None before their plan is approved, creations included. */
  ApproveAll,

  /** None at all. */
  PlanOnly
}
