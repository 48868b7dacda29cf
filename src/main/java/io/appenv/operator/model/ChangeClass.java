package io.appenv.operator.model;

/** What a change does to the thing it changes; ordered from harmless to destructive. */
public enum ChangeClass {
  /** Applied while in service. */
  IN_PLACE,
  /** Interrupts the service for the length of a restart or failover. */
  RESTART,
  /** Cannot be applied to the existing thing; needs a new one. */
  REPLACE,
  /** Removes something. */
  DESTROY
}
