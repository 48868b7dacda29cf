package io.appenv.operator.scaling;

import io.appenv.operator.api.v1alpha1.OverriddenTierSpec;
import java.util.Optional;
import java.util.stream.Stream;

/** What one override asks for one tier: a fixed number of pods, or bounds. */
record TierWish(Optional<Integer> min, Optional<Integer> max, Optional<Integer> replicas) {

  static TierWish of(OverriddenTierSpec spec) {
    return new TierWish(
        Optional.ofNullable(spec.min()),
        Optional.ofNullable(spec.max()),
        Optional.ofNullable(spec.replicas()));
  }

  /** What comes of it by itself. Fewer pods than the manifest's fewest there never are. */
  PodRange of(TierLimits limits) {
    var fewest = Math.max(limits.own().fewest(), replicas.or(() -> min).orElse(0));
    var most = replicas.or(() -> max).orElse(limits.own().most());
    return new PodRange(fewest, Math.max(fewest, most));
  }

  /** The most pods that it names. */
  int asked() {
    return Stream.of(min, max, replicas).flatMap(Optional::stream).max(Integer::compare).orElse(0);
  }
}
