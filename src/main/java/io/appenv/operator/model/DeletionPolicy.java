package io.appenv.operator.model;

/** What becomes of a data store when its environment is deleted. */
public enum DeletionPolicy {
  /** Take a final snapshot, wait until it can be restored, then delete. */
  SNAPSHOT,
  /** Leave the data store running, tagged as retained. */
  RETAIN,
  /** Delete without a copy; needs a confirmation that names the environment. */
  DELETE;

  /** What whoever hands a data store over to the environment has to know. */
  public String consequence() {
    return switch (this) {
      case SNAPSHOT -> "deleting the environment deletes it after a final snapshot";
      case RETAIN -> "deleting the environment leaves it";
      case DELETE -> "deleting the environment deletes it without a copy, once confirmed";
    };
  }
}
