package io.appenv.operator.scaling;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.Readiness;
import io.appenv.operator.api.v1alpha1.ScaleOverride;
import io.appenv.operator.api.v1alpha1.ScaleOverrideStatus;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Makes the status of an override, and says when it has to be looked at again. */
public final class OverrideStatuses {

  private OverrideStatuses() {}

  /**
   * @param environment the one it names, if there is one
   * @param all the overrides of that environment, this one included
   */
  public static ScaleOverrideStatus create(
      ScaleOverride override,
      Optional<AppEnvironment> environment,
      Collection<ScaleOverride> all,
      Instant now) {
    var standing = new OverrideReview(override, environment, all, now).standing();
    return new ScaleOverrideStatus(
        override.getMetadata().getGeneration(),
        standing.phase(),
        standing.readiness().orElse(null),
        standing.occurrence().map(Occurrence::startText).orElse(null),
        standing.occurrence().map(Occurrence::endText).orElse(null),
        standing.message(),
        standing.tiers(),
        List.of(ready(override, standing, now)));
  }

  /** The next moment at which time alone makes another status. */
  public static Optional<Instant> next(ScaleOverride override, Instant now) {
    return switch (WishReader.read(override)) {
      case Reading.Readable(var wish) -> wish.next(now);
      case Reading.Unreadable _ -> Optional.empty();
    };
  }

  private static Condition ready(ScaleOverride override, Standing standing, Instant now) {
    var truth = standing.readiness().equals(Optional.of(Readiness.Ready)) ? "True" : "False";
    return new ConditionBuilder()
        .withType("Ready")
        .withStatus(truth)
        .withObservedGeneration(override.getMetadata().getGeneration())
        .withLastTransitionTime(since(override, truth, now))
        .withReason(standing.reason())
        .withMessage(standing.message())
        .build();
  }

  private static String since(ScaleOverride override, String truth, Instant now) {
    return Optional.ofNullable(override.getStatus()).stream()
        .flatMap(status -> status.conditions().stream())
        .filter(it -> it.getStatus().equals(truth))
        .map(Condition::getLastTransitionTime)
        .findFirst()
        .orElseGet(() -> now.truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
