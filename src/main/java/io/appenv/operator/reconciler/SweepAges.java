package io.appenv.operator.reconciler;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.RegionSnapshot;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Supplier;

/** How old the pictures of AWS are, as a metric; no number where nobody needs one. */
@ApplicationScoped
class SweepAges {

  private static final String NAME = "appenv.sweep.age.seconds";

  private final MeterRegistry meters;
  private final InstantSource clock;

  SweepAges(MeterRegistry meters, InstantSource clock) {
    this.meters = meters;
    this.clock = clock;
  }

  void follow(String region, Component part, Supplier<RegionSnapshot> seen) {
    Gauge.builder(NAME, seen, it -> age(it.get(), part))
        .description("Seconds since what counts as seen of a service was read in full")
        .tags("region", region, "part", part.name().toLowerCase(Locale.ROOT))
        .strongReference(true)
        .register(meters);
  }

  private double age(RegionSnapshot seen, Component part) {
    return seen.seenAt(part).map(this::seconds).orElse(Double.NaN);
  }

  private double seconds(Instant moment) {
    return Duration.between(moment, clock.instant()).toMillis() / 1000.0;
  }
}
