package io.appenv.operator.model;

/** What becomes of a data store when its environment is deleted. */
public enum DeletionPolicy {
  /** Take a final snapshot, wait until it can be restored, then delete. */
  SNAPSHOT,
  /** Leave the data store running, tagged as retained. */
  RETAIN,
  /** Delete without a copy; needs a confirmation that names the environment. */
  DELETE
}
