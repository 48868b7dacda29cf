package io.appenv.operator.scaling;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One override, as it is meant.
 *
 * @param prewarm how long before a start it is in force
 * @param tiers by name
 */
record Wish(
    String name,
    Schedule schedule,
    Duration prewarm,
    SortedMap<String, TierWish> tiers,
    boolean scaleInFrozen,
    DataWish data) {

  Wish {
    tiers = Collections.unmodifiableSortedMap(new TreeMap<>(tiers));
  }

  /** What comes of it by itself for a tier that it names. */
  Optional<PodRange> of(String tier, TierLimits limits) {
    return Optional.ofNullable(tiers.get(tier)).map(it -> it.of(limits));
  }

  /** The occurrence for which it is in force now. */
  Optional<Occurrence> inForce(Instant now) {
    return schedule.from(now).filter(it -> !now.isBefore(inForceFrom(it)));
  }

  Instant inForceFrom(Occurrence occurrence) {
    return occurrence.start().minus(prewarm);
  }

  /** The next moment at which something of it begins or ends. */
  Optional<Instant> next(Instant now) {
    return schedule
        .from(now)
        .flatMap(
            it ->
                Stream.of(inForceFrom(it), it.start(), it.end())
                    .filter(now::isBefore)
                    .min(Instant::compareTo));
  }
}
