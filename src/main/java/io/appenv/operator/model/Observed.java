package io.appenv.operator.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was seen of one environment outside the cluster: the mirror of {@link Desired}.
 *
 * @param certificate that its ingress is to have
 * @param certificates that it has asked for
 * @param files its bucket
 * @param publication what it publishes of itself
 */
public record Observed(
    ObservedSecurityGroups securityGroups,
    ObservedDatabase database,
    ObservedCache cache,
    Sighting<Certificate> certificate,
    ObservedCertificates certificates,
    ObservedFiles files,
    ObservedPublication publication) {

  /** Of which it is not known what it publishes. */
  public Observed(
      ObservedSecurityGroups securityGroups,
      ObservedDatabase database,
      ObservedCache cache,
      Sighting<Certificate> certificate,
      ObservedCertificates certificates,
      ObservedFiles files) {
    this(
        securityGroups,
        database,
        cache,
        certificate,
        certificates,
        files,
        ObservedPublication.unseen());
  }

  /** Of whose files nothing is known. */
  public Observed(
      ObservedSecurityGroups securityGroups,
      ObservedDatabase database,
      ObservedCache cache,
      Sighting<Certificate> certificate,
      ObservedCertificates certificates) {
    this(securityGroups, database, cache, certificate, certificates, ObservedFiles.unseen());
  }

  /** Of whose security groups and certificates nothing is known. */
  public Observed(ObservedDatabase database, ObservedCache cache) {
    this(
        ObservedSecurityGroups.unseen(),
        database,
        cache,
        Sighting.unseen(),
        ObservedCertificates.unseen());
  }

  /**
   * The database and what belongs to it.
   *
   * @param otherParameterGroups what bears the names that the environment's groups of other
   *     families have
   * @param replacement what matters to a copy that takes its place
   * @param elsewhere an instance of another identifier that is the environment's too, or that one
   *     of its name retained in another cluster; looked for only where the one of this identifier
   *     is not the environment's
   */
  public record ObservedDatabase(
      Sighting<DatabaseInstance> instance,
      Sighting<SubnetGroup> subnetGroup,
      Sighting<ParameterGroup> parameterGroup,
      List<ParameterGroup> otherParameterGroups,
      Sighting<DataSnapshot> finalSnapshot,
      ObservedUpgrade upgrade,
      ObservedReplacement replacement,
      Optional<DatabaseInstance> elsewhere) {

    public ObservedDatabase {
      otherParameterGroups = List.copyOf(otherParameterGroups);
    }

    public static ObservedDatabase unseen() {
      return new ObservedDatabase(
          Sighting.unseen(),
          Sighting.unseen(),
          Sighting.unseen(),
          List.of(),
          Sighting.unseen(),
          ObservedUpgrade.unseen(),
          ObservedReplacement.unseen(),
          Optional.empty());
    }

    /** The same with another picture of the instance. */
    public ObservedDatabase with(Sighting<DatabaseInstance> other) {
      return new ObservedDatabase(
          other,
          subnetGroup,
          parameterGroup,
          otherParameterGroups,
          finalSnapshot,
          upgrade,
          replacement,
          elsewhere);
    }
  }

  /**
   * The cache and what belongs to it.
   *
   * @param otherParameterGroups what bears the names of its parameter groups of other families
   * @param elsewhere a group of another identifier, as with the database
   */
  public record ObservedCache(
      Sighting<ReplicationGroup> group,
      Sighting<SubnetGroup> subnetGroup,
      Sighting<ParameterGroup> parameterGroup,
      List<ParameterGroup> otherParameterGroups,
      Sighting<DataSnapshot> finalSnapshot,
      Optional<ReplicationGroup> elsewhere) {

    public ObservedCache {
      otherParameterGroups = List.copyOf(otherParameterGroups);
    }

    public static ObservedCache unseen() {
      return new ObservedCache(
          Sighting.unseen(),
          Sighting.unseen(),
          Sighting.unseen(),
          List.of(),
          Sighting.unseen(),
          Optional.empty());
    }

    /** The same with another picture of the group. */
    public ObservedCache with(Sighting<ReplicationGroup> other) {
      return new ObservedCache(
          other, subnetGroup, parameterGroup, otherParameterGroups, finalSnapshot, elsewhere);
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
        ObservedSecurityGroups.of(desired, region),
        desired
            .database()
            .map(database -> database(desired.environment(), database, region))
            .orElseGet(ObservedDatabase::unseen),
        desired
            .cache()
            .map(cache -> cache(desired.environment(), cache, region))
            .orElseGet(ObservedCache::unseen),
        certificate(desired, region),
        ObservedCertificates.of(desired, region),
        ObservedFiles.of(desired, region),
        ObservedPublication.of(desired, region));
  }

  private static ObservedDatabase database(
      EnvironmentId environment, DesiredDatabase desired, RegionSnapshot region) {
    var instance = Listing.look(region.databaseInstances(), desired.identifier());
    var runs = instance.found().map(DatabaseInstance::engineVersion).orElse("");
    return new ObservedDatabase(
        instance,
        Listing.look(region.databaseSubnetGroups(), desired.subnetGroup()),
        Listing.look(region.parameterGroups(), desired.parameterGroup()),
        desired.otherParameterGroups().stream()
            .flatMap(name -> Listing.look(region.parameterGroups(), name).found().stream())
            .toList(),
        Listing.look(region.databaseSnapshots(), desired.finalSnapshot()),
        ObservedUpgrade.of(desired, runs, region),
        ObservedReplacement.of(
            desired.replacement(),
            Listing.look(region.databaseInstances(), desired.replacement().former()),
            region),
        Elsewhere.find(
            environment,
            desired.identifier(),
            Set.of(desired.replacement().former()),
            desired.custody(),
            region.databaseInstances()));
  }

  private static Sighting<Certificate> certificate(Desired desired, RegionSnapshot region) {
    return desired
        .ingress()
        .map(
            ingress ->
                ingress
                    .certificateArn()
                    .map(arn -> Listing.look(region.certificates().certificates(), arn))
                    .orElseGet(
                        () ->
                            ObservedCertificates.of(desired, region)
                                .serving(desired.environment(), ingress.host())))
        .orElseGet(Sighting::unseen);
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
        securityGroups,
        hidesDatabase ? database.with(Sighting.unseen()) : database,
        hidesCache ? cache.with(Sighting.unseen()) : cache,
        certificate,
        certificates,
        files,
        publication);
  }

  private static boolean isHidden(
      Desired desired, Optional<Custody> custody, Optional<? extends DataStore> store) {
    return custody.filter(Custody::adopted).isPresent()
        && store
            .filter(it -> !Ownership.owns(desired.environment(), it.tags()))
            .filter(it -> !Consent.isGiven(desired.environment(), it.tags()))
            .isPresent();
  }

  private static ObservedCache cache(
      EnvironmentId environment, DesiredCache desired, RegionSnapshot region) {
    return new ObservedCache(
        Listing.look(region.replicationGroups(), desired.identifier()),
        Listing.look(region.cacheSubnetGroups(), subnetGroup(desired, region)),
        Listing.look(region.cacheParameterGroups(), desired.parameters().group()),
        desired.parameters().otherGroups().stream()
            .sorted()
            .flatMap(name -> Listing.look(region.cacheParameterGroups(), name).found().stream())
            .toList(),
        Listing.look(region.cacheSnapshots(), desired.finalSnapshot()),
        Elsewhere.find(
            environment,
            desired.identifier(),
            Set.of(),
            desired.custody(),
            region.replicationGroups()));
  }

  /** An adopted group is in a subnet group of its own. */
  private static String subnetGroup(DesiredCache cache, RegionSnapshot region) {
    return Listing.look(region.replicationGroups(), cache.identifier())
        .found()
        .filter(_ -> cache.custody().adopted())
        .map(ReplicationGroup::subnetGroup)
        .filter(name -> !name.isEmpty())
        .orElse(cache.subnetGroup());
  }
}
