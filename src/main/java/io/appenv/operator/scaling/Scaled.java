package io.appenv.operator.scaling;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.CacheSpec;
import io.appenv.operator.api.v1alpha1.DatabaseSpec;
import io.appenv.operator.api.v1alpha1.EffectiveStatus;
import io.appenv.operator.api.v1alpha1.ScalingSpec;
import io.appenv.operator.api.v1alpha1.TierSpec;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredTier;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An environment as it shall be now, overrides included. The spec itself is never touched. */
public record Scaled(Overrides overrides, Instant now) {

  /** With the sizes of data stores that count now; what else there is of it stays. */
  public AppEnvironment of(AppEnvironment environment) {
    var data = overrides.data(now);
    var spec = environment.getSpec();
    if (spec == null || (data.instanceClass().isEmpty() && data.nodes().isEmpty())) {
      return environment;
    }
    var sized = new AppEnvironment();
    sized.setMetadata(environment.getMetadata());
    sized.setSpec(spec.with(database(spec.database(), data), cache(spec.cache(), data)));
    sized.setStatus(environment.getStatus());
    return sized;
  }

  private static @Nullable DatabaseSpec database(@Nullable DatabaseSpec own, EffectiveData data) {
    return own == null ? null : data.instanceClass().map(own::of).orElse(own);
  }

  private static @Nullable CacheSpec cache(@Nullable CacheSpec own, EffectiveData data) {
    return own == null ? null : data.nodes().map(own::of).orElse(own);
  }

  public Desired of(Desired desired) {
    return desired.with(desired.tiers().stream().map(this::tier).toList());
  }

  public EffectiveStatus of(EffectiveStatus effective) {
    return effective.with(
        effective.tiers().stream().map(this::tier).toList(),
        Stream.concat(effective.tiers().stream().flatMap(this::words), overrides.data(now).words())
            .toList());
  }

  private Stream<String> words(TierSpec tier) {
    return overrides.of(tier.name(), now).stream().map(it -> it.words(tier.name()));
  }

  private DesiredTier tier(DesiredTier tier) {
    return overrides
        .of(tier.name(), now)
        .map(it -> tier.scaledBy(scaling(tier.scaling(), it)))
        .orElse(tier);
  }

  private static DesiredTier.Scaling scaling(DesiredTier.Scaling own, EffectiveScaling effective) {
    return own.under(
        effective.range().fewest(),
        effective.range().most(),
        new DesiredTier.Overridden(own.min(), effective.frozen(), effective.authors()));
  }

  private TierSpec tier(TierSpec tier) {
    return overrides
        .of(tier.name(), now)
        .map(it -> tier.with(scaling(tier.scaling(), it.range())))
        .orElse(tier);
  }

  private static ScalingSpec scaling(ScalingSpec own, PodRange range) {
    return new ScalingSpec(
        range.fewest(),
        range.most(),
        own.cpuPercent(),
        own.memoryPercent(),
        own.requestsPerMinute(),
        own.requests(),
        own.overrideMax());
  }
}
