package io.appenv.operator.status;

import io.appenv.operator.model.Reason;
import java.util.Optional;

/**
 * How one tier is doing.
 *
 * @param desired pods the autoscaler wants
 * @param ready pods that can serve
 * @param updated pods that run the current template
 * @param reason why it is not available
 * @param message one sentence to the reason
 */
public record TierReport(
    String name,
    int desired,
    int ready,
    int updated,
    State state,
    Optional<Reason> reason,
    Optional<String> message) {

  /** The states of a tier. */
  public enum State {
    NOT_STARTED,
    /** It is kept without pods on purpose. */
    STOPPED,
    /** What runs is not what the manifest says, which was not applied yet. */
    OUTDATED,
    ROLLING_OUT,
    AVAILABLE,
    /** It will not become available by itself. */
    FAILED
  }
}
