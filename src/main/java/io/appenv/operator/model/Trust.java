package io.appenv.operator.model;

import java.time.Instant;

/**
 * Which listings of a sweep can be vouched for.
 *
 * @param startedAt when the last sweep that ended had begun
 * @param moment since when failures count
 */
record Trust(Component part, Instant startedAt, Instant moment) {

  /** A sweep that never ends leaves no failure behind, only its age. */
  <T> Listing<T> in(Listing<T> listing) {
    if (!startedAt.isBefore(moment) || listing.isUnlisted()) {
      return listing.trustedSince(moment);
    }
    return listing.failed(listing.failure().orElseGet(this::noEnd), startedAt).trustedSince(moment);
  }

  private Failure noEnd() {
    return new Failure.Recoverable(
        part, Reason.OBSERVATION_STALE, "No look at the region has ended.");
  }
}
