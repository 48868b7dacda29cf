package io.appenv.operator.scaling;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What counts for a tier in the place of its manifest's bounds.
 *
 * @param by the overrides that make it so, by name
 */
record EffectiveScaling(TierLimits limits, PodRange range, boolean frozen, List<InForce> by) {

  EffectiveScaling {
    by = List.copyOf(by);
  }

  /** Who has it so. */
  String authors() {
    return by.stream().map(InForce::words).collect(Collectors.joining(", "));
  }

  /** Instead of what, and by whom. */
  String words(String tier) {
    var pods =
        range.equals(limits.own())
            ? "%s pods".formatted(range)
            : "%s pods instead of %s".formatted(range, limits.own());
    return "%s: %s%s, by %s".formatted(tier, pods, frozen ? ", none taken away" : "", authors());
  }

  private Optional<String> asked(Wish wish, String tier) {
    return wish.of(tier, limits).map(range -> "%s %s".formatted(wish.name(), range));
  }

  /** How it comes about. */
  String explanation(String tier) {
    var asked =
        by.stream()
            .flatMap(it -> asked(it.wish(), tier).stream())
            .collect(Collectors.joining("; "));
    return "spec %s; %s; in force %s%s"
        .formatted(limits.own(), asked, range, frozen ? ", none taken away" : "");
  }
}
