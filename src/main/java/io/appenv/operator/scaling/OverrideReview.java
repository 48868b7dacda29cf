package io.appenv.operator.scaling;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.OverriddenTierStatus;
import io.appenv.operator.api.v1alpha1.OverridePhase;
import io.appenv.operator.api.v1alpha1.Readiness;
import io.appenv.operator.api.v1alpha1.ScaleOverride;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Looks at one override beside its environment. */
final class OverrideReview {

  private final ScaleOverride override;
  private final Optional<AppEnvironment> environment;
  private final Collection<ScaleOverride> all;
  private final Instant now;

  /**
   * @param all the overrides of the environment, this one included
   */
  OverrideReview(
      ScaleOverride override,
      Optional<AppEnvironment> environment,
      Collection<ScaleOverride> all,
      Instant now) {
    this.override = override;
    this.environment = environment;
    this.all = all;
    this.now = now;
  }

  Standing standing() {
    return switch (WishReader.read(override)) {
      case Reading.Unreadable(var message) -> Standing.refused(message);
      case Reading.Readable(var wish) ->
          wish.schedule()
              .from(now)
              .map(occurrence -> ahead(wish, occurrence))
              .orElseGet(() -> expired(wish));
    };
  }

  /** It stays what it was, whatever becomes of its environment. */
  private static Standing expired(Wish wish) {
    return new Standing(
        OverridePhase.Expired,
        Optional.empty(),
        wish.schedule().last(),
        "It is over; the environment has what its own spec says.",
        List.of());
  }

  private Standing ahead(Wish wish, Occurrence occurrence) {
    return environment
        .filter(it -> !it.isMarkedForDeletion())
        .map(it -> beside(it, wish, occurrence))
        .orElseGet(() -> Standing.refused(withoutEnvironment()));
  }

  private String withoutEnvironment() {
    return "There is no environment %s in namespace %s, or it is being deleted; create one, or delete the override."
        .formatted(override.getSpec().environment(), override.getMetadata().getNamespace());
  }

  private Standing beside(AppEnvironment found, Wish wish, Occurrence occurrence) {
    if (found.getSpec() == null) {
      return Standing.refused(
          "The environment %s cannot be read; see its conditions."
              .formatted(found.getMetadata().getName()));
    }
    var overrides = Overrides.of(all, found.getSpec());
    return Refusal.of(wish, overrides.limits(), overrides.data())
        .map(Standing::refused)
        .orElseGet(() -> allowed(found, wish, occurrence, overrides));
  }

  private Standing allowed(
      AppEnvironment found, Wish wish, Occurrence occurrence, Overrides overrides) {
    return wish.inForce(now).isPresent()
        ? inForce(SizesSeen.of(found), wish, occurrence, overrides)
        : new Standing(
            OverridePhase.Pending,
            Optional.empty(),
            Optional.of(occurrence),
            "In force from %s on.".formatted(occurrence.text(wish.inForceFrom(occurrence))),
            planned(wish, overrides));
  }

  private static List<OverriddenTierStatus> planned(Wish wish, Overrides overrides) {
    return wish.tiers().keySet().stream()
        .flatMap(
            tier ->
                Optional.ofNullable(overrides.limits().get(tier)).stream()
                    .flatMap(limits -> planned(wish, tier, limits).stream()))
        .toList();
  }

  private static Optional<OverriddenTierStatus> planned(Wish wish, String tier, TierLimits own) {
    return wish.of(tier, own)
        .map(
            range ->
                new OverriddenTierStatus(
                    tier,
                    range.fewest(),
                    null,
                    "spec %s; %s %s".formatted(own.own(), wish.name(), range)));
  }

  private Standing inForce(SizesSeen seen, Wish wish, Occurrence occurrence, Overrides overrides) {
    var started = !now.isBefore(occurrence.start());
    var tiers =
        wish.tiers().entrySet().stream()
            .flatMap(it -> tier(it.getKey(), it.getValue(), seen, overrides).stream())
            .toList();
    var missing = seen.lacking(tiers, wish.data(), overrides.data(now));
    return new Standing(
        started ? OverridePhase.Active : OverridePhase.Prewarming,
        Optional.of(missing.isEmpty() ? Readiness.Ready : lacking(started)),
        Optional.of(occurrence),
        missing.isEmpty() ? "All that it asks for is there." : String.join(" ", missing),
        tiers);
  }

  private Optional<OverriddenTierStatus> tier(
      String name, TierWish wish, SizesSeen seen, Overrides overrides) {
    return overrides
        .of(name, now)
        .map(
            effective ->
                new OverriddenTierStatus(
                    name,
                    wish.of(effective.limits()).fewest(),
                    seen.ready(name),
                    effective.explanation(name)));
  }

  private static Readiness lacking(boolean started) {
    return started ? Readiness.Late : Readiness.Warming;
  }
}
