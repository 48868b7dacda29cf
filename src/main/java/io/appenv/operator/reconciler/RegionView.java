package io.appenv.operator.reconciler;

import io.appenv.operator.model.Failure;
import io.appenv.operator.model.RegionSnapshot;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a region.
 *
 * @param snapshot the last complete sweep
 * @param failure why the last sweep failed; empty when it succeeded
 */
record RegionView(Optional<RegionSnapshot> snapshot, Optional<Failure> failure) {

  static RegionView pending() {
    return new RegionView(Optional.empty(), Optional.empty());
  }

  /** No sweep has ended yet, well or badly. */
  boolean isPending() {
    return snapshot.isEmpty() && failure.isEmpty();
  }

  boolean isFreshSince(Instant moment) {
    return snapshot.map(seen -> seen.startedAt().isAfter(moment)).orElse(false);
  }

  RegionView failed(Failure reason) {
    return new RegionView(snapshot, Optional.of(reason));
  }
}
