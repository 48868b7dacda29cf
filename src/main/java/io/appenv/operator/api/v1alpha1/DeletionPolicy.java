package io.appenv.operator.api.v1alpha1;

/** What happens to a data store when its environment is deleted. */
public enum DeletionPolicy {
  /** Take a final snapshot, wait until it is restorable, then delete. */
  Snapshot,

  /** Leave the data store running, tagged and listed; nobody manages it any more. */
  Retain,

  /** Delete without a snapshot. Needs {@link OperationsSpec#confirmDeletion()}. */
  Delete
}
