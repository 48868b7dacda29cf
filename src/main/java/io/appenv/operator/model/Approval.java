package io.appenv.operator.model;

import java.util.Optional;
import java.util.Set;

/**
 * A plan that was approved, as remembered while its actions run one after the other.
 *
 * @param plan its hash
 * @param actions the fingerprints of those of its actions that are still to run; none once the plan
 *     was carried out, after which the approval is worth nothing more
 * @param emergency why its actions do not wait for the maintenance window, where they do not
 */
public record Approval(String plan, Set<String> actions, Optional<String> emergency) {

  public Approval {
    actions = Set.copyOf(actions);
  }

  public boolean isEmergency() {
    return emergency.isPresent();
  }

  /** Whether the person who gave it has not taken it back. */
  boolean isGivenBy(ChangeControl control) {
    return isEmergency()
        ? control.emergency().filter(it -> it.plan().equals(plan)).isPresent()
        : control.approved().contains(plan);
  }

  /** Whether the other, if it came after this one, would say nothing new. */
  boolean covers(Approval other) {
    return plan.equals(other.plan) && (isEmergency() || !other.isEmergency());
  }

  /** Whether this action shall not wait for a window. */
  boolean hurries(String action) {
    return isEmergency() && actions.contains(action);
  }

  /** Nothing that it allowed is left to do. */
  Approval used() {
    return new Approval(plan, Set.of(), emergency);
  }
}
