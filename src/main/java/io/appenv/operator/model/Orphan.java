package io.appenv.operator.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A data store or bucket that bears the tags of an environment of this cluster, which nobody looks
 * after: its finalizer was taken away by hand.
 *
 * @param region of AWS
 * @param owner the environment its tags name
 */
public record Orphan(String region, ResourceRef ref, String arn, EnvironmentId owner) {

  /**
   * Those of a picture. What a deletion retained, or a release gave up, is none: it was left on
   * purpose.
   *
   * @param cared UIDs of the environments that are looked after
   */
  public static List<Orphan> in(RegionSnapshot picture, String cluster, Set<String> cared) {
    return Stream.concat(
            Stream.concat(
                of(picture, ResourceKind.DATABASE_INSTANCE, picture.databaseInstances()),
                of(picture, ResourceKind.REPLICATION_GROUP, picture.replicationGroups())),
            buckets(picture))
        .filter(it -> cluster.equals(it.owner().cluster()) && !cared.contains(it.owner().uid()))
        .toList();
  }

  private static Stream<Orphan> of(
      RegionSnapshot picture,
      ResourceKind kind,
      Listing<? extends Map<String, ? extends DataStore>> listing) {
    return listing.complete().map(complete -> complete.value().values()).stream()
        .flatMap(Collection::stream)
        .filter(store -> isManaged(store.tags()))
        .map(
            store ->
                new Orphan(
                    picture.region(),
                    new ResourceRef(kind, store.identifier()),
                    store.arn(),
                    Ownership.owner(store.tags())));
  }

  private static Stream<Orphan> buckets(RegionSnapshot picture) {
    return picture.buckets().buckets().complete().map(all -> all.value().values()).stream()
        .flatMap(Collection::stream)
        .filter(it -> !it.isElsewhere(Optional.of(picture.region())))
        .filter(it -> isManaged(it.tags()))
        .map(
            it ->
                new Orphan(
                    picture.region(),
                    new ResourceRef(ResourceKind.BUCKET, it.name()),
                    it.arn(),
                    Ownership.owner(it.tags())));
  }

  private static boolean isManaged(Map<String, String> tags) {
    return Ownership.OPERATOR.equals(tags.get(Ownership.MANAGED_BY))
        && !Ownership.isRetained(tags)
        && !Ownership.isReleased(tags);
  }
}
