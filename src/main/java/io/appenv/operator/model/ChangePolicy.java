package io.appenv.operator.model;

/** Which actions of a plan run without anybody being asked. */
public enum ChangePolicy {
  /** All of them; what interrupts waits for the maintenance window. */
  AUTO,
  /** What interrupts or destroys nothing; the rest is approved by a person. */
  APPROVE_DISRUPTIVE,
  /** None: a person approves every plan. */
  APPROVE_ALL,
  /** None, whatever is approved: the plan is shown and that is all. */
  PLAN_ONLY
}
