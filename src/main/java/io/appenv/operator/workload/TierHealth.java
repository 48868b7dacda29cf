package io.appenv.operator.workload;

import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.model.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Optional;

/**
 * How a tier does.
 *
 * @param desired pods wanted by the autoscaler now, and the tier's minimum at least
 * @param ready pods that pass their readiness probe
 * @param updated pods of the current revision
 * @param reason empty unless something keeps the tier from being available
 * @param message one sentence; empty when reason is
 */
public record TierHealth(
    String tier,
    int desired,
    int ready,
    int updated,
    State state,
    Optional<Reason> reason,
    Optional<String> message) {

  /** Where a tier stands. */
  public enum State {
    /** There is no Deployment yet. */
    NOT_STARTED,
    /** It is kept without pods on purpose. */
    STOPPED,
    /** Its Deployment is not the one that is wanted: that was not applied yet. */
    OUTDATED,
    /** On its way, within its deadline, perhaps with a trouble that may still pass. */
    ROLLING_OUT,
    /** The current revision serves with at least the tier's minimum of pods. */
    AVAILABLE,
    /** Kubernetes refuses the pods, or the deadline passed. */
    FAILED
  }

  /**
   * Reads the health of a tier.
   *
   * @param revision that its pods shall have; empty when it may not run yet
   * @param deployment empty when there is none
   */
  public static TierHealth of(
      DesiredTier tier,
      Optional<String> revision,
      Optional<Deployment> deployment,
      List<Pod> pods) {
    return deployment
        .map(found -> read(tier, revision, new Rollout(found, pods), pods))
        .orElseGet(() -> notStarted(tier));
  }

  /** The health of a tier that is kept without pods. */
  public static TierHealth stopped(
      DesiredTier tier, Optional<Deployment> deployment, List<Pod> pods) {
    return deployment
        .map(found -> health(tier, new Rollout(found, pods), State.STOPPED, Optional.empty()))
        .orElseGet(() -> notStarted(tier));
  }

  private static TierHealth notStarted(DesiredTier tier) {
    return new TierHealth(
        tier.name(),
        tier.scaling().min(),
        0,
        0,
        State.NOT_STARTED,
        Optional.empty(),
        Optional.empty());
  }

  private static TierHealth read(
      DesiredTier tier, Optional<String> revision, Rollout rollout, List<Pod> pods) {
    if (revision.isPresent() && !revision.equals(rollout.revision())) {
      return health(tier, rollout, State.OUTDATED, Optional.empty());
    }
    // Above its own minimum the autoscaler may come and go without the tier being any less
    // available; whether an override has its pods is told of the override.
    if (rollout.complete() && rollout.ready() >= tier.scaling().declaredMin()) {
      return health(tier, rollout, State.AVAILABLE, Optional.empty());
    }
    if (rollout.rejection().isPresent()) {
      return health(tier, rollout, State.FAILED, rollout.rejection());
    }
    var trouble = PodTrouble.find(pods);
    if (rollout.deadlineExceeded()) {
      return health(
          tier, rollout, State.FAILED, trouble.or(() -> Optional.of(late(tier, rollout))));
    }
    return health(tier, rollout, State.ROLLING_OUT, trouble.or(() -> Optional.of(busy(rollout))));
  }

  private static TierHealth health(
      DesiredTier tier, Rollout rollout, State state, Optional<Trouble> trouble) {
    return new TierHealth(
        tier.name(),
        Math.max(rollout.wanted(), tier.scaling().min()),
        rollout.ready(),
        rollout.updated(),
        state,
        trouble.map(Trouble::reason),
        trouble.map(Trouble::message));
  }

  private static Trouble late(DesiredTier tier, Rollout rollout) {
    return new Trouble(
        Reason.PROGRESS_DEADLINE_EXCEEDED,
        "it did not become available within %d s: %d of %d pods are ready."
            .formatted(
                tier.availableWithin().toSeconds(),
                rollout.ready(),
                Math.max(rollout.wanted(), tier.scaling().min())));
  }

  /** Without the count of ready pods, which would make a status write of every single pod. */
  private static Trouble busy(Rollout rollout) {
    return new Trouble(
        Reason.ROLLING_OUT,
        rollout.complete() ? "it waits for its pods to become ready." : "it is being rolled out.");
  }
}
