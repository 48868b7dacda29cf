package io.appenv.operator.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything the sweeps saw in one region, one outcome for each listing. The maps are keyed by name
 * and complete: what is not in them did not exist when it was listed.
 *
 * @param startedAt when the last sweep sent its first request
 * @param routes for what is told of a network; a failure of this holds up nothing
 * @param namedCaches the caches that environments named when replication groups were last listed:
 *     of any other that bears no name of ours nothing is known
 */
public record RegionSnapshot(
    String region,
    Instant startedAt,
    Listing<NetworkFacts> network,
    Listing<List<RouteTable>> routes,
    Listing<Map<String, DatabaseInstance>> databaseInstances,
    Listing<Map<String, SubnetGroup>> databaseSubnetGroups,
    Listing<Map<String, ParameterGroup>> parameterGroups,
    Listing<Map<String, DataSnapshot>> databaseSnapshots,
    Listing<EngineCatalog> engines,
    Listing<Map<String, ReplicationGroup>> replicationGroups,
    Set<String> namedCaches,
    Listing<Map<String, SubnetGroup>> cacheSubnetGroups,
    Listing<Map<String, ParameterGroup>> cacheParameterGroups,
    Listing<Map<String, DataSnapshot>> cacheSnapshots) {

  public RegionSnapshot {
    namedCaches = Set.copyOf(namedCaches);
  }

  /** A region nobody has looked at. */
  public static RegionSnapshot unlisted(String region, Instant startedAt) {
    return new RegionSnapshot(
        region,
        startedAt,
        Listing.unlisted(),
        Listing.unlisted(),
        Listing.unlisted(),
        Listing.unlisted(),
        Listing.unlisted(),
        Listing.unlisted(),
        Listing.unlisted(),
        Listing.unlisted(),
        Set.of(),
        Listing.unlisted(),
        Listing.unlisted(),
        Listing.unlisted());
  }

  /**
   * As it is for whoever is concerned with these caches: what nobody looked for is unseen, and must
   * not pass for absent.
   */
  public RegionSnapshot asked(Set<String> caches) {
    return namedCaches.containsAll(caches)
        ? this
        : with(replicationGroups.unanswered(), namedCaches);
  }

  /** The same where the replication groups were listed for these. */
  public RegionSnapshot naming(Set<String> caches) {
    return with(replicationGroups, caches);
  }

  private RegionSnapshot with(Listing<Map<String, ReplicationGroup>> groups, Set<String> named) {
    return new RegionSnapshot(
        region,
        startedAt,
        network,
        routes,
        databaseInstances,
        databaseSubnetGroups,
        parameterGroups,
        databaseSnapshots,
        engines,
        groups,
        named,
        cacheSubnetGroups,
        cacheParameterGroups,
        cacheSnapshots);
  }

  /**
   * The listings that a part of an environment is planned on.
   *
   * @param withSnapshots final snapshots matter, as when it is deleted
   */
  public List<Listing<?>> listings(Component component, boolean withSnapshots) {
    return switch (component) {
      // Routes decide nothing: an environment does without them.
      case NETWORK -> List.of(network);
      case DATABASE ->
          with(
              List.of(databaseInstances, databaseSubnetGroups, parameterGroups),
              withSnapshots,
              databaseSnapshots);
      case CACHE ->
          with(
              List.of(replicationGroups, cacheSubnetGroups, cacheParameterGroups),
              withSnapshots,
              cacheSnapshots);
      case SPEC, WORKLOADS -> List.of();
    };
  }

  private static List<Listing<?>> with(
      List<Listing<?>> listings, boolean wanted, Listing<?> snapshots) {
    return wanted ? Stream.concat(listings.stream(), Stream.of(snapshots)).toList() : listings;
  }

  /** Every listing that could not be completed, in a fixed order. */
  public Stream<Failure> failures() {
    return Stream.concat(
            Stream.of(Component.NETWORK, Component.DATABASE, Component.CACHE)
                .flatMap(component -> listings(component, true).stream()),
            Stream.of(engines))
        .map(Listing::failure)
        .flatMap(Optional::stream);
  }

  /** The same without pictures that are too old to vouch for. */
  public RegionSnapshot trustedSince(Instant moment) {
    return new RegionSnapshot(
        region,
        startedAt,
        trusted(Component.NETWORK, network, moment),
        trusted(Component.NETWORK, routes, moment),
        trusted(Component.DATABASE, databaseInstances, moment),
        trusted(Component.DATABASE, databaseSubnetGroups, moment),
        trusted(Component.DATABASE, parameterGroups, moment),
        trusted(Component.DATABASE, databaseSnapshots, moment),
        trusted(Component.DATABASE, engines, moment),
        trusted(Component.CACHE, replicationGroups, moment),
        namedCaches,
        trusted(Component.CACHE, cacheSubnetGroups, moment),
        trusted(Component.CACHE, cacheParameterGroups, moment),
        trusted(Component.CACHE, cacheSnapshots, moment));
  }

  /** A sweep that never ends leaves no failure behind, only its age. */
  private <T> Listing<T> trusted(Component component, Listing<T> listing, Instant moment) {
    if (!startedAt.isBefore(moment) || listing.isUnlisted()) {
      return listing.trustedSince(moment);
    }
    var cause =
        listing
            .failure()
            .orElseGet(
                () ->
                    new Failure.Recoverable(
                        component,
                        Reason.OBSERVATION_STALE,
                        "No look at region " + region + " has ended."));
    return listing.failed(cause, startedAt).trustedSince(moment);
  }
}
