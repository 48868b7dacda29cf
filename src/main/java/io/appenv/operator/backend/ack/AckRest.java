package io.appenv.operator.backend.ack;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredCache;
import io.appenv.operator.model.DesiredDatabase;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Makes the resources read-only while nothing is to be called. A controller corrects what it finds
 * changed whenever it looks, at once and outside every window, and creates anew what it does not
 * find; both are for the plan to decide.
 */
@ApplicationScoped
public class AckRest {

  private final AckResources resources;

  /** Looked at once in the life of a process, and after each write. */
  private final Set<String> resting = ConcurrentHashMap.newKeySet();

  public AckRest(AckResources resources) {
    this.resources = resources;
  }

  /** Nothing of this part is to be called now. */
  public void rest(Desired desired, Component part) {
    if (resting.add(key(desired, part))) {
      try {
        names(desired, part).forEach(it -> rest(desired, it));
      } catch (RuntimeException unfinished) {
        wake(desired, part);
        throw unfinished;
      }
    }
  }

  /** Something of this part is called now. */
  public void wake(Desired desired, Component part) {
    resting.remove(key(desired, part));
  }

  private void rest(Desired desired, Named named) {
    resources
        .find(desired, named.kind(), named.name())
        .filter(stored -> !stored.isMarkedForDeletion() && !isResting(stored))
        .ifPresent(
            _ -> resources.annotate(desired, named.kind(), named.name(), AckAnnotations.resting()));
  }

  private static boolean isResting(GenericKubernetesResource stored) {
    var annotations = stored.getMetadata().getAnnotations();
    return annotations != null
        && annotations.entrySet().containsAll(AckAnnotations.resting().entrySet());
  }

  private record Named(AckKind kind, String name) {}

  private static Stream<Named> names(Desired desired, Component part) {
    return switch (part) {
      case DATABASE -> desired.database().stream().flatMap(AckRest::names);
      case CACHE -> desired.cache().stream().flatMap(AckRest::names);
      case SPEC, NETWORK, CONFIGURATION, WORKLOADS, INGRESS, FILES -> Stream.empty();
    };
  }

  private static Stream<Named> names(DesiredDatabase database) {
    return Stream.of(
        new Named(AckKind.DATABASE_INSTANCE, database.identifier()),
        new Named(AckKind.DATABASE_PARAMETER_GROUP, database.parameterGroup()),
        new Named(AckKind.DATABASE_SUBNET_GROUP, database.subnetGroup()));
  }

  private static Stream<Named> names(DesiredCache cache) {
    return Stream.of(
        new Named(AckKind.REPLICATION_GROUP, cache.identifier()),
        new Named(AckKind.CACHE_SUBNET_GROUP, cache.subnetGroup()));
  }

  private static String key(Desired desired, Component part) {
    return desired.environment().uid() + "/" + part;
  }
}
