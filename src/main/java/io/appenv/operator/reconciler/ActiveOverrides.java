package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.ScaleOverride;
import io.appenv.operator.scaling.Overrides;
import io.appenv.operator.scaling.Scaled;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** The overrides of an environment, as the watch has shown them, at the time of a pass. */
@ApplicationScoped
class ActiveOverrides {

  /** What a timer counts in: one that fires early would only set another one. */
  private static final Duration TIMER = Duration.ofMillis(1);

  private final InstantSource clock;

  ActiveOverrides(InstantSource clock) {
    this.clock = clock;
  }

  Scaled of(AppEnvironment environment, Context<AppEnvironment> context) {
    return new Scaled(
        environment.getSpec() == null
            ? Overrides.none()
            : Overrides.of(
                context.getSecondaryResourcesAsStream(ScaleOverride.class).toList(),
                environment.getSpec()),
        clock.instant());
  }

  /** The sooner of what a pass waits for and of the next moment at which other sizes may count. */
  static Optional<Duration> wake(Optional<Duration> retry, Scaled scaled) {
    var next =
        scaled
            .overrides()
            .next(scaled.now())
            .map(moment -> Duration.between(scaled.now(), moment).plus(TIMER));
    return retry.isPresent() && next.isPresent()
        ? retry.filter(it -> it.compareTo(next.get()) <= 0).or(() -> next)
        : retry.or(() -> next);
  }
}
