package io.appenv.operator.status;

import io.appenv.operator.api.v1alpha1.EndpointsStatus;
import io.appenv.operator.model.Bucket;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Endpoint;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.Sighting;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where what an environment offers is reached. */
final class Endpoints {

  private Endpoints() {}

  /**
   * @param former what holds for a data store that cannot be seen now
   */
  static EndpointsStatus of(StatusInput input, Desired desired, @Nullable EndpointsStatus former) {
    var onAws = desired.backend().isOnAws();
    var known = Optional.ofNullable(former);
    var databaseUnseen =
        onAws && desired.database().isPresent() && isUnseen(input.observed().database().instance());
    var cacheUnseen =
        onAws && desired.cache().isPresent() && isUnseen(input.observed().cache().group());
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
        input
            .ingress()
            .flatMap(IngressReport::host)
            .flatMap(host -> desired.ingress().map(it -> it.endpoint(host)))
            .orElse(null),
        input.ingress().flatMap(IngressReport::address).orElse(null),
        orKept(database, databaseUnseen, known.map(EndpointsStatus::database)),
        orKept(primary, cacheUnseen, known.map(EndpointsStatus::cachePrimary)),
        orKept(reader, cacheUnseen, known.map(EndpointsStatus::cacheReader)),
        files(input, desired, known),
        services(desired));
  }

  private static @Nullable String files(
      StatusInput input, Desired desired, Optional<EndpointsStatus> former) {
    var files = input.observed().files();
    return files
        .own(desired.environment())
        .map(Bucket::name)
        .or(() -> former.map(EndpointsStatus::files).filter(_ -> isUnseen(files.bucket())))
        .filter(_ -> desired.files().isPresent())
        .orElse(null);
  }

  private static boolean isUnseen(Sighting<?> sighting) {
    return sighting instanceof Sighting.Unseen<?>;
  }

  private static @Nullable String orKept(
      Optional<Endpoint> seen, boolean unseen, Optional<String> former) {
    return seen.map(Endpoint::toString).or(() -> former.filter(_ -> unseen)).orElse(null);
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
