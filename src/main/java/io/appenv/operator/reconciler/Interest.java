package io.appenv.operator.reconciler;

import io.appenv.operator.model.Desired;
import io.appenv.operator.model.NetworkFacts;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.RegionSnapshot;
import java.time.Instant;
import java.util.Optional;

/**
 * What one environment wants of the sweeps of its region.
 *
 * @param desired names what to look for; empty while the spec cannot be resolved
 * @param seen what its last pass saw
 * @param network the network its last pass saw
 * @param awaitsSweepAfter it wrote at this moment and can plan only on a sweep that began later
 * @param settled nothing is under way: the slow rhythm is enough
 * @param deleting snapshots matter
 */
record Interest(
    Optional<Desired> desired,
    Observed seen,
    Optional<NetworkFacts> network,
    Optional<Instant> awaitsSweepAfter,
    boolean settled,
    boolean deleting) {

  /** Of an environment that has seen nothing yet. */
  static Interest first(boolean deleting) {
    return new Interest(
        Optional.empty(), Observed.unseen(), Optional.empty(), Optional.empty(), false, deleting);
  }

  /** Whether the environment should have another pass because of this snapshot. */
  boolean isNews(RegionSnapshot snapshot) {
    return awaitsSweepAfter.map(written -> snapshot.startedAt().isAfter(written)).orElse(false)
        || (awaitsSweepAfter.isEmpty() && differs(snapshot));
  }

  private boolean differs(RegionSnapshot snapshot) {
    return desired
        .map(wanted -> !Observed.of(wanted, snapshot).equals(seen))
        .orElseGet(() -> !network.equals(Optional.of(snapshot.network())));
  }
}
