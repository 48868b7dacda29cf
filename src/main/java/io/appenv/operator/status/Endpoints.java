package io.appenv.operator.status;

import io.appenv.operator.api.v1alpha1.EndpointsStatus;
import io.appenv.operator.model.DataBackend;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Endpoint;
import io.appenv.operator.model.ReplicationGroup;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where what an environment offers is reached. */
final class Endpoints {

  private Endpoints() {}

  static EndpointsStatus of(StatusInput input, Desired desired) {
    var onAws = desired.backend() == DataBackend.AWS;
    var group = input.observed().cache().group().found();
    var database =
        onAws
            ? input.observed().database().instance().found().flatMap(DatabaseInstance::endpoint)
            : input.database().flatMap(DataReport::endpoint);
    var primary =
        onAws
            ? group.flatMap(ReplicationGroup::primaryEndpoint)
            : input.cache().flatMap(DataReport::endpoint);
    var reader =
        onAws ? group.flatMap(ReplicationGroup::readerEndpoint) : Optional.<Endpoint>empty();
    return new EndpointsStatus(
        database.map(Endpoint::toString).orElse(null),
        primary.map(Endpoint::toString).orElse(null),
        reader.map(Endpoint::toString).orElse(null),
        services(desired));
  }

  /** A tier that listens on nothing has no Service. */
  private static Map<String, String> services(Desired desired) {
    var namespace = desired.environment().namespace();
    return desired.tiers().stream()
        .filter(tier -> !tier.ports().isEmpty())
        .collect(
            Collectors.toUnmodifiableMap(
                tier -> tier.name(), tier -> tier.resourceName() + "." + namespace + ".svc"));
  }
}
