package io.appenv.operator.model;

import java.util.Comparator;
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
                        look(region.databaseSnapshots(), database.finalSnapshot()),
                        elsewhere(desired.environment(), database, region)))
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

  private static Optional<DatabaseInstance> elsewhere(
      EnvironmentId environment, DesiredDatabase database, RegionSnapshot region) {
    var isHeld =
        look(region.databaseInstances(), database.identifier())
            .found()
            .filter(instance -> Ownership.holds(environment, instance.tags()))
            .isPresent();
    return isHeld
        ? Optional.empty()
        : region.databaseInstances().seen().found().stream()
            .flatMap(all -> all.values().stream())
            .filter(instance -> !instance.identifier().equals(database.identifier()))
            .filter(
                instance ->
                    Ownership.holds(environment, instance.tags())
                        || (!database.custody().adopted()
                            && Ownership.isRetainedElsewhere(environment, instance.tags())))
            .min(
                Comparator.comparing(
                        (DatabaseInstance it) -> !Ownership.holds(environment, it.tags()))
                    .thenComparing(DatabaseInstance::identifier));
  }

  /**
   * Without what the spec names and may not be taken over: whoever may write a manifest must not
   * learn from its status about the databases of others.
   */
  public Observed visibleTo(Desired desired) {
    var isHidden =
        desired
            .database()
            .filter(it -> it.custody().adopted())
            .flatMap(_ -> database.instance().found())
            .filter(it -> !Ownership.owns(desired.environment(), it.tags()))
            .filter(it -> !Consent.isGiven(desired.environment(), it.tags()))
            .isPresent();
    return isHidden ? new Observed(database.with(Sighting.unseen()), cache) : this;
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
