package io.appenv.operator.api.v1alpha1;

/** Where a ScaleOverride is on its way. */
public enum OverridePhase {
  /** Its time has not come. */
  Pending,
  /** It is in force ahead of its start, so that the pods are there by then. */
  Prewarming,
  Active,
  /** It will not be in force again. */
  Expired,
  /** It asks for what it may not have; nothing of it is in force at any time. */
  Refused
}
