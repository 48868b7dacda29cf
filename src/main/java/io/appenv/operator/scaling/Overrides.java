package io.appenv.operator.scaling;

import io.appenv.operator.api.v1alpha1.AppEnvironmentSpec;
import io.appenv.operator.api.v1alpha1.ScaleOverride;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The overrides of one environment that it allows. What they ask for is combined by the most of
 * each: fewest and most pods, and no pods taken away if any of them says so.
 *
 * @param limits what the manifest says, by tier
 * @param data what it says of its data stores
 * @param wishes sorted by name
 */
public record Overrides(SortedMap<String, TierLimits> limits, DataLimits data, List<Wish> wishes) {

  public Overrides {
    wishes = wishes.stream().sorted(Comparator.comparing(Wish::name)).toList();
  }

  /** Of an environment of which nothing can be known. */
  public static Overrides none() {
    return new Overrides(new TreeMap<>(), DataLimits.none(), List.of());
  }

  /** Without those that cannot be read or ask for more than the environment allows. */
  public static Overrides of(Collection<ScaleOverride> overrides, AppEnvironmentSpec spec) {
    var limits = TierLimits.of(spec);
    var data = DataLimits.of(spec);
    return new Overrides(
        limits,
        data,
        overrides.stream()
            .map(WishReader::read)
            .flatMap(Overrides::readable)
            .filter(wish -> Refusal.of(wish, limits, data).isEmpty())
            .toList());
  }

  private static Stream<Wish> readable(Reading reading) {
    return switch (reading) {
      case Reading.Readable(var wish) -> Stream.of(wish);
      case Reading.Unreadable _ -> Stream.empty();
    };
  }

  /** The next moment at which another number of pods may count. */
  public Optional<Instant> next(Instant now) {
    return wishes.stream().flatMap(it -> it.next(now).stream()).min(Instant::compareTo);
  }

  /** What counts for a tier; empty where nothing but its manifest does. */
  Optional<EffectiveScaling> of(String tier, Instant now) {
    var known = limits.get(tier);
    var concerning = inForce(now).filter(it -> concerns(it.wish(), tier)).toList();
    return known == null || concerning.isEmpty()
        ? Optional.empty()
        : Optional.of(combine(tier, known, concerning));
  }

  /** What counts for the data stores. */
  EffectiveData data(Instant now) {
    return new EffectiveData(data, inForce(now).toList());
  }

  private Stream<InForce> inForce(Instant now) {
    return wishes.stream()
        .flatMap(wish -> wish.inForce(now).map(it -> new InForce(wish, it)).stream());
  }

  private static boolean concerns(Wish wish, String tier) {
    return wish.scaleInFrozen() || wish.tiers().containsKey(tier);
  }

  private static EffectiveScaling combine(String tier, TierLimits known, List<InForce> by) {
    var range =
        by.stream()
            .flatMap(it -> it.wish().of(tier, known).stream())
            .reduce(PodRange::and)
            .orElse(known.own());
    return new EffectiveScaling(
        known, range, by.stream().anyMatch(it -> it.wish().scaleInFrozen()), by);
  }
}
