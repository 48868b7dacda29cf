package io.appenv.operator.reconciler;

import io.appenv.operator.cache.CachePort;
import io.appenv.operator.database.DatabasePort;
import io.appenv.operator.model.RegionSnapshot;
import io.appenv.operator.network.NetworkPort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads one region through the ports into one immutable snapshot. */
@ApplicationScoped
class RegionSweep {

  private final DatabasePort databases;
  private final CachePort caches;
  private final NetworkPort networks;

  RegionSweep(DatabasePort databases, CachePort caches, NetworkPort networks) {
    this.databases = databases;
    this.caches = caches;
    this.networks = networks;
  }

  /**
   * Lists the region; throws {@link io.appenv.operator.model.FailureException} when any listing
   * could not be completed, because a partial snapshot would make things look absent.
   */
  RegionSnapshot read(
      String region, SweepDepth depth, Optional<RegionSnapshot> previous, Instant startedAt) {
    // Without an earlier sweep there is nothing to take over.
    var groups = depth.includesGroups() || previous.isEmpty();
    var snapshots = depth.includesSnapshots();
    return new RegionSnapshot(
        region,
        startedAt,
        groups ? networks.list(region) : previous.orElseThrow().network(),
        databases.instances(region),
        list(
            groups,
            () -> databases.subnetGroups(region),
            previous,
            RegionSnapshot::databaseSubnetGroups),
        list(
            groups,
            () -> databases.parameterGroups(region),
            previous,
            RegionSnapshot::parameterGroups),
        list(
            snapshots,
            () -> databases.snapshots(region),
            Optional.empty(),
            RegionSnapshot::databaseSnapshots),
        caches.groups(region),
        list(
            groups, () -> caches.subnetGroups(region), previous, RegionSnapshot::cacheSubnetGroups),
        list(
            snapshots,
            () -> caches.snapshots(region),
            Optional.empty(),
            RegionSnapshot::cacheSnapshots));
  }

  private static <T> Map<String, T> list(
      boolean wanted,
      Supplier<Map<String, T>> listing,
      Optional<RegionSnapshot> previous,
      Function<RegionSnapshot, Map<String, T>> earlier) {
    return wanted ? listing.get() : previous.map(earlier).orElseGet(Map::of);
  }
}
