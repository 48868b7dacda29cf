package io.appenv.operator.reconciler;

import io.appenv.operator.model.RegionSnapshot;
import java.util.Optional;

/**
 * What is known of a region.
 *
 * @param snapshot what the sweeps saw, without what is too old to vouch for
 * @param isPending a sweep is needed and none has ended yet
 */
record RegionView(Optional<RegionSnapshot> snapshot, boolean isPending) {

  /** No sweep has ended yet, well or badly. */
  static RegionView pending() {
    return new RegionView(Optional.empty(), true);
  }

  /** Of an environment without AWS. */
  static RegionView notNeeded() {
    return new RegionView(Optional.empty(), false);
  }

  static RegionView of(RegionSnapshot snapshot) {
    return new RegionView(Optional.of(snapshot), false);
  }
}
