package io.appenv.operator.model;

/**
 * How an environment stands to a data store.
 *
 * @param adopted it was not made by this environment, but is named in the spec; its groups, and
 *     what was decided when it was created, stay as they are
 * @param released the environment gives it up: nothing of it is managed
 */
public record Custody(boolean adopted, boolean released) {

  /** Made by the environment, and managed. */
  public static Custody own() {
    return new Custody(false, false);
  }
}
