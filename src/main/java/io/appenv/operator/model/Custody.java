package io.appenv.operator.model;

import java.util.Map;

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

  /**
   * Whether what has these tags has to be taken over before anything of it is changed: it is named
   * in the spec, or was given up before.
   */
  public boolean takesOver(EnvironmentId environment, Map<String, String> tags) {
    return !Ownership.holds(environment, tags) && (adopted || Ownership.owns(environment, tags));
  }

  /** Whether the data store outlives its environment. */
  public boolean leaves(DeletionPolicy policy) {
    return released || policy == DeletionPolicy.RETAIN;
  }
}
