package io.appenv.operator.backend.incluster;

import io.appenv.operator.model.DeletionPolicy;
import io.appenv.operator.model.Desired;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Whether a data server's volume outlives it. */
public final class VolumePolicy {

  private VolumePolicy() {}

  static String whenDeleted(DeletionPolicy policy) {
    return switch (policy) {
      case DELETE -> "Delete";
      // There are no snapshots here; what was to be kept as one is kept as the volume.
      case SNAPSHOT, RETAIN -> "Retain";
    };
  }

  /** Whether a StatefulSet carries the policy that is wanted; one that is not known does. */
  public static boolean isFollowed(Desired desired, StatefulSet server) {
    return wanted(desired, server).map(it -> it.equals(stored(server))).orElse(true);
  }

  /** The StatefulSet with the policy that is wanted. */
  public static StatefulSet applied(Desired desired, StatefulSet server) {
    return new StatefulSetBuilder(server)
        .editSpec()
        .editOrNewPersistentVolumeClaimRetentionPolicy()
        .withWhenDeleted(wanted(desired, server).orElse("Retain"))
        .endPersistentVolumeClaimRetentionPolicy()
        .endSpec()
        .build();
  }

  /** The controller writes what it has seen after it has changed the claims. */
  public static boolean isPassedOn(StatefulSet server) {
    return server.getStatus() != null
        && Objects.equals(
            server.getStatus().getObservedGeneration(), server.getMetadata().getGeneration());
  }

  /** The claims that a deleted environment leaves, by their kind and name. */
  public static Map<String, String> keptClaims(Desired desired) {
    var namespace = desired.environment().namespace();
    var claims = new TreeMap<String, String>();
    desired
        .database()
        .filter(database -> database.deletionPolicy() != DeletionPolicy.DELETE)
        .ifPresent(database -> put(claims, namespace, database.identifier()));
    desired
        .cache()
        .filter(cache -> cache.deletionPolicy() != DeletionPolicy.DELETE)
        .ifPresent(cache -> put(claims, namespace, cache.identifier()));
    return claims;
  }

  /** A StatefulSet names a claim after the template, itself and the number of the pod. */
  private static void put(Map<String, String> claims, String namespace, String server) {
    var claim = DataStatefulSet.VOLUME + "-" + server + "-0";
    claims.put("PersistentVolumeClaim." + claim, namespace + "/" + claim);
  }

  private static Optional<String> wanted(Desired desired, StatefulSet server) {
    var name = server.getMetadata().getName();
    return desired
        .database()
        .filter(database -> database.identifier().equals(name))
        .map(database -> database.deletionPolicy())
        .or(
            () ->
                desired
                    .cache()
                    .filter(cache -> cache.identifier().equals(name))
                    .map(cache -> cache.deletionPolicy()))
        .map(VolumePolicy::whenDeleted);
  }

  private static String stored(StatefulSet server) {
    var policy = server.getSpec().getPersistentVolumeClaimRetentionPolicy();
    return policy == null ? "" : Objects.requireNonNullElse(policy.getWhenDeleted(), "");
  }
}
