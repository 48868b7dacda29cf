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
 * @param isPending a sweep is needed and none has ended yet
 */
record RegionView(Optional<RegionSnapshot> snapshot, Optional<Failure> failure, boolean isPending) {

  /** No sweep has ended yet, well or badly. */
  static RegionView pending() {
    return new RegionView(Optional.empty(), Optional.empty(), true);
  }

  /** Of an environment without AWS. */
  static RegionView notNeeded() {
    return new RegionView(Optional.empty(), Optional.empty(), false);
  }

  static RegionView of(RegionSnapshot snapshot) {
    return new RegionView(Optional.of(snapshot), Optional.empty(), false);
  }

  boolean isFreshSince(Instant moment) {
    return snapshot.map(seen -> seen.startedAt().isAfter(moment)).orElse(false);
  }

  RegionView failed(Failure reason) {
    return new RegionView(snapshot, Optional.of(reason), false);
  }
}
