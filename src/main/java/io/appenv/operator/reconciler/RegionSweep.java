package io.appenv.operator.reconciler;

import io.appenv.operator.cache.CachePort;
import io.appenv.operator.database.DatabasePort;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.RegionSnapshot;
import io.appenv.operator.network.NetworkPort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

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

  /** Lists what is in the scope. A listing that fails is recorded as such, and the others go on. */
  RegionSnapshot read(RegionSnapshot before, SweepScope scope, Instant startedAt) {
    var region = before.region();
    var groups = scope.groups();
    var network = look(Component.NETWORK, scope, startedAt);
    var database = look(Component.DATABASE, scope, startedAt);
    var cache = look(Component.CACHE, scope, startedAt);
    var seen =
        new RegionSnapshot(
            region,
            startedAt,
            network.list(before.network(), groups, () -> networks.list(region)),
            network.list(before.routes(), groups, () -> networks.routeTables(region)),
            database.list(before.databaseInstances(), true, () -> databases.instances(region)),
            database.list(
                before.databaseSubnetGroups(), groups, () -> databases.subnetGroups(region)),
            database.list(
                before.parameterGroups(), groups, () -> databases.parameterGroups(region)),
            database
                .ifWanted(scope.snapshots())
                .list(before.databaseSnapshots(), true, () -> databases.snapshots(region)),
            database
                .ifWanted(!scope.engines().isEmpty())
                .list(
                    before.engines(),
                    scope.thorough() || !isAnswered(before, scope),
                    () -> databases.engines(region, scope.engines())),
            cache.list(
                before.replicationGroups(),
                true,
                () -> caches.groups(region, scope.caches(), groups)),
            scope.caches(),
            cache.list(before.cacheSubnetGroups(), groups, () -> caches.subnetGroups(region)),
            cache.list(before.cacheParameterGroups(), groups, () -> caches.parameterGroups(region)),
            cache
                .ifWanted(scope.snapshots())
                .list(before.cacheSnapshots(), true, () -> caches.snapshots(region)));
    // What a listing that failed took over was not asked for more than it was before.
    return seen.replicationGroups().failure().isPresent()
        ? seen.naming(before.namedCaches())
        : seen;
  }

  private static boolean isAnswered(RegionSnapshot before, SweepScope scope) {
    return before
        .engines()
        .complete()
        .filter(known -> known.value().answers(scope.engines()))
        .isPresent();
  }

  private static ServiceLook look(Component part, SweepScope scope, Instant startedAt) {
    return new ServiceLook(part, scope.parts().contains(part), startedAt);
  }
}
