package io.appenv.operator.model;

import java.util.Map;
import java.util.Optional;

/** What was seen of one environment outside the cluster: the mirror of {@link Desired}. */
public record Observed(ObservedDatabase database, ObservedCache cache) {

  /** The database and what belongs to it. */
  public record ObservedDatabase(
      Sighting<DatabaseInstance> instance,
      Sighting<SubnetGroup> subnetGroup,
      Sighting<ParameterGroup> parameterGroup,
      Sighting<DataSnapshot> finalSnapshot) {

    public static ObservedDatabase unseen() {
      return new ObservedDatabase(
          Sighting.unseen(), Sighting.unseen(), Sighting.unseen(), Sighting.unseen());
    }
  }

  /** The cache and what belongs to it. */
  public record ObservedCache(
      Sighting<ReplicationGroup> group,
      Sighting<SubnetGroup> subnetGroup,
      Sighting<DataSnapshot> finalSnapshot) {

    public static ObservedCache unseen() {
      return new ObservedCache(Sighting.unseen(), Sighting.unseen(), Sighting.unseen());
    }
  }

  public static Observed unseen() {
    return new Observed(ObservedDatabase.unseen(), ObservedCache.unseen());
  }

  /**
   * Picks out of a region's sweep what has the names this environment gives its things. What was
   * not listed is unseen, never absent.
   */
  public static Observed of(Desired desired, RegionSnapshot region) {
    return new Observed(
        desired
            .database()
            .map(
                database ->
                    new ObservedDatabase(
                        look(region.databaseInstances(), database.identifier()),
                        look(region.databaseSubnetGroups(), database.subnetGroup()),
                        look(region.parameterGroups(), database.parameterGroup()),
                        look(region.databaseSnapshots(), database.finalSnapshot())))
            .orElseGet(ObservedDatabase::unseen),
        desired
            .cache()
            .map(
                cache ->
                    new ObservedCache(
                        look(region.replicationGroups(), cache.identifier()),
                        look(region.cacheSubnetGroups(), cache.subnetGroup()),
                        look(region.cacheSnapshots(), cache.finalSnapshot())))
            .orElseGet(ObservedCache::unseen));
  }

  private static <T> Sighting<T> look(Listing<Map<String, T>> listing, String name) {
    return switch (listing.seen()) {
      case Sighting.Present<Map<String, T>> all -> look(all.value(), name);
      case Sighting.Absent<Map<String, T>> _ -> Sighting.unseen();
      case Sighting.Unseen<Map<String, T>> _ -> Sighting.unseen();
    };
  }

  private static <T> Sighting<T> look(Map<String, T> listing, String name) {
    return Optional.ofNullable(listing.get(name))
        .map(Sighting::present)
        .orElseGet(Sighting::absent);
  }
}
