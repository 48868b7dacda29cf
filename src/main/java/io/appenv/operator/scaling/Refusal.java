package io.appenv.operator.scaling;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Why an override may not be what it asks for. It is refused as a whole, or not at all. */
final class Refusal {

  private Refusal() {}

  /** All that is in the way, as sentences with their remedies. */
  static Optional<String> of(Wish wish, Map<String, TierLimits> limits, DataLimits data) {
    return Stream.concat(
            wish.tiers().entrySet().stream()
                .flatMap(it -> ofTier(it.getKey(), it.getValue(), limits).stream()),
            wish.data().refusal(data).stream())
        .reduce((one, other) -> one + " " + other);
  }

  private static Optional<String> ofTier(
      String tier, TierWish wish, Map<String, TierLimits> limits) {
    var known = limits.get(tier);
    if (known == null) {
      return Optional.of(
          "The environment has no tier %s; write one of %s."
              .formatted(tier, TierLimits.names(limits)));
    }
    return Stream.of(excess(tier, wish, known), indecision(tier, wish, known))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> excess(String tier, TierWish wish, TierLimits limits) {
    return wish.asked() > limits.most()
        ? Optional.of(
            "Tier %s may have %d pods at most by an override, and %d are asked for; ask for fewer, or have spec.tiers[%s].scaling.overrideMax of the environment raised."
                .formatted(tier, limits.most(), wish.asked(), tier))
        : Optional.empty();
  }

  /** Kubernetes would make up a target of its own. */
  private static Optional<String> indecision(String tier, TierWish wish, TierLimits limits) {
    var range = wish.of(limits);
    return range.fewest() < range.most() && !limits.hasTarget()
        ? Optional.of(
            "Tier %s has no target that would make its autoscaler choose between %s pods; write replicas instead."
                .formatted(tier, range))
        : Optional.empty();
  }
}
