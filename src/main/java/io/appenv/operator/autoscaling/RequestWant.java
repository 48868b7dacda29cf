package io.appenv.operator.autoscaling;

import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.model.RequestScaling;
import io.appenv.operator.model.RequestSource;
import java.util.List;
import java.util.Optional;

/**
 * A number of requests that some autoscaler asks the operator for.
 *
 * @param region of the environment; empty in Development
 * @param service name of the tier's Service
 */
public record RequestWant(
    TierKey key, Optional<String> region, String service, RequestSource source) {

  /** Those of an environment that the operator has to find out itself. */
  public static List<RequestWant> of(Desired desired) {
    return desired.tiers().stream().flatMap(tier -> of(desired, tier).stream()).toList();
  }

  private static Optional<RequestWant> of(Desired desired, DesiredTier tier) {
    var environment = desired.environment();
    return tier.scaling()
        .requests()
        .map(RequestScaling::source)
        .filter(RequestSource::isServed)
        .map(
            source ->
                new RequestWant(
                    new TierKey(environment.namespace(), environment.name(), tier.name()),
                    desired.region(),
                    tier.resourceName(),
                    source));
  }
}
