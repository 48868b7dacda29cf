package io.appenv.operator.model;

import java.util.Set;

/**
 * A plan that was approved, as remembered while its actions run one after the other.
 *
 * @param plan its hash
 * @param actions the fingerprints of those of its actions that are still to run; none once the plan
 *     was carried out, after which the approval is worth nothing more
 */
public record Approval(String plan, Set<String> actions) {

  public Approval {
    actions = Set.copyOf(actions);
  }

  /** Nothing that it allowed is left to do. */
  public Approval used() {
    return new Approval(plan, Set.of());
  }
}
