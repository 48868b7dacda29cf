package io.appenv.operator.model;

import java.util.Map;
import java.util.Optional;

/** What was seen of one environment outside the cluster: the mirror of {@link Desired}. */
public record Observed(ObservedDatabase database, ObservedCache cache) {

  /**
   * The database and what belongs to it.
   *
   * @param elsewhere an instance of another identifier that is the environment's too, or that one
   *     of its name retained in another cluster; looked for only where the one of this identifier
   *     is not the environment's
   */
  public record ObservedDatabase(
      Sighting<DatabaseInstance> instance,
      Sighting<SubnetGroup> subnetGroup,
      Sighting<ParameterGroup> parameterGroup,
      Sighting<DataSnapshot> finalSnapshot,
      Optional<DatabaseInstance> elsewhere) {

    public static ObservedDatabase unseen() {
      return new ObservedDatabase(
          Sighting.unseen(),
          Sighting.unseen(),
          Sighting.unseen(),
          Sighting.unseen(),
          Optional.empty());
    }

    /** The same with another picture of the instance. */
    public ObservedDatabase with(Sighting<DatabaseInstance> other) {
      return new ObservedDatabase(other, subnetGroup, parameterGroup, finalSnapshot, elsewhere);
    }
  }

  /**
   * The cache and what belongs to it.
   *
   * @param elsewhere a group of another identifier, as with the database
   */
  public record ObservedCache(
      Sighting<ReplicationGroup> group,
      Sighting<SubnetGroup> subnetGroup,
      Sighting<DataSnapshot> finalSnapshot,
      Optional<ReplicationGroup> elsewhere) {

    public static ObservedCache unseen() {
      return new ObservedCache(
          Sighting.unseen(), Sighting.unseen(), Sighting.unseen(), Optional.empty());
    }

    /** The same with another picture of the group. */
    public ObservedCache with(Sighting<ReplicationGroup> other) {
      return new ObservedCache(other, subnetGroup, finalSnapshot, elsewhere);
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
                        look(region.databaseSnapshots(), database.finalSnapshot()),
                        Elsewhere.find(
                            desired.environment(),
                            database.identifier(),
                            database.custody(),
                            region.databaseInstances())))
            .orElseGet(ObservedDatabase::unseen),
        desired
            .cache()
            .map(
                cache ->
                    new ObservedCache(
                        look(region.replicationGroups(), cache.identifier()),
                        look(region.cacheSubnetGroups(), subnetGroup(cache, region)),
                        look(region.cacheSnapshots(), cache.finalSnapshot()),
                        Elsewhere.find(
                            desired.environment(),
                            cache.identifier(),
                            cache.custody(),
                            region.replicationGroups())))
            .orElseGet(ObservedCache::unseen));
  }

  /**
   * Without what the spec names and may not be taken over: whoever may write a manifest must not
   * learn from its status about the databases of others.
   */
  public Observed visibleTo(Desired desired) {
    var hidesDatabase =
        isHidden(desired, desired.database().map(it -> it.custody()), database.instance().found());
    var hidesCache =
        isHidden(desired, desired.cache().map(it -> it.custody()), cache.group().found());
    return new Observed(
        hidesDatabase ? database.with(Sighting.unseen()) : database,
        hidesCache ? cache.with(Sighting.unseen()) : cache);
  }

  private static boolean isHidden(
      Desired desired, Optional<Custody> custody, Optional<? extends DataStore> store) {
    return custody.filter(Custody::adopted).isPresent()
        && store
            .filter(it -> !Ownership.owns(desired.environment(), it.tags()))
            .filter(it -> !Consent.isGiven(desired.environment(), it.tags()))
            .isPresent();
  }

  /** An adopted group is in a subnet group of its own. */
  private static String subnetGroup(DesiredCache cache, RegionSnapshot region) {
    return look(region.replicationGroups(), cache.identifier())
        .found()
        .filter(_ -> cache.custody().adopted())
        .map(ReplicationGroup::subnetGroup)
        .filter(name -> !name.isEmpty())
        .orElse(cache.subnetGroup());
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
