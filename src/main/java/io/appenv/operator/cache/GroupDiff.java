package io.appenv.operator.cache;

import io.appenv.operator.model.CacheAction.ModifyGroup;
import io.appenv.operator.model.DeferredValue;
import io.appenv.operator.model.DesiredCache;
import io.appenv.operator.model.Difference;
import io.appenv.operator.model.Differences;
import io.appenv.operator.model.EngineVersion;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.SpecField;
import io.appenv.operator.model.Timing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a replication group differs from what is desired, field by field. */
record GroupDiff(
    Optional<Difference<Integer>> nodes,
    Optional<Difference<Integer>> snapshotRetention,
    Optional<Difference<String>> snapshotWindow,
    Optional<Difference<String>> maintenanceWindow,
    Optional<Difference<Boolean>> automaticFailover,
    Optional<Difference<Boolean>> failoverOnceRedundant,
    Optional<Difference<Boolean>> minorUpgrades,
    DeferredValue<String> nodeType,
    DeferredValue<String> version) {

  static GroupDiff of(ReplicationGroup seen, DesiredCache desired) {
    return new GroupDiff(
        Difference.between(SpecField.CACHE_NODES, seen.nodes(), desired.nodes()),
        Difference.between(
            SpecField.CACHE_SNAPSHOT_RETENTION,
            seen.snapshotRetentionDays(),
            desired.snapshotRetentionDays()),
        known(SpecField.CACHE_SNAPSHOT_WINDOW, seen.snapshotWindow(), desired.snapshotWindow()),
        known(
            SpecField.CACHE_MAINTENANCE_WINDOW,
            seen.maintenanceWindow(),
            desired.maintenanceWindow()),
        automaticFailover(seen, desired).filter(on -> !on.to() || seen.nodes() >= 2),
        automaticFailover(seen, desired).filter(on -> on.to() && seen.nodes() < 2),
        minorUpgrades(seen, desired),
        DeferredValue.compare(
            SpecField.CACHE_NODE_TYPE, seen.nodeType(), seen.pendingNodeType(), desired.nodeType()),
        version(seen, desired));
  }

  /** What AWS has not said is not a difference: a write would not make it say it. */
  private static Optional<Difference<String>> known(SpecField field, String seen, String desired) {
    return seen.isEmpty() ? Optional.empty() : Difference.between(field, seen, desired);
  }

  /** Together with Multi-AZ. It needs a replica, so it is switched on only once there is one. */
  private static Optional<Difference<Boolean>> automaticFailover(
      ReplicationGroup seen, DesiredCache desired) {
    var wanted = desired.automaticFailover();
    var present = seen.automaticFailover() && seen.multiAz();
    var same = wanted ? present : !seen.automaticFailover() && !seen.multiAz();
    if (same) {
      return Optional.empty();
    }
    return Optional.of(Difference.inPlace("automaticFailover", !wanted, wanted));
  }

  /** Left on, AWS would raise a version that the spec names to the minor one. */
  private static Optional<Difference<Boolean>> minorUpgrades(
      ReplicationGroup seen, DesiredCache desired) {
    var wanted = EngineVersion.mayUpgradeMinor(desired.version());
    return seen.autoMinorVersionUpgrade()
        .filter(present -> present != wanted)
        .map(present -> Difference.inPlace("autoMinorVersionUpgrade", present, wanted));
  }

  private static DeferredValue<String> version(ReplicationGroup seen, DesiredCache desired) {
    return switch (EngineVersion.compare(seen.engineVersion(), desired.version())) {
      case MAJOR_UPGRADE, DOWNGRADE -> DeferredValue.unchanged();
      case SAME, MINOR_UPGRADE ->
          DeferredValue.compare(
              SpecField.CACHE_VERSION,
              seen.engineVersion(),
              seen.pendingEngineVersion(),
              desired.version(),
              value -> EngineVersion.compare(value, desired.version()) == EngineVersion.SAME);
    };
  }

  /** But for the nodes, which have calls of their own. */
  private Differences all() {
    return Differences.of(
        snapshotRetention,
        snapshotWindow,
        maintenanceWindow,
        automaticFailover,
        minorUpgrades,
        nodeType.change(),
        version.change());
  }

  Differences inPlace() {
    return all().at(Timing.NOW);
  }

  Differences deferred() {
    return all().at(Timing.MAINTENANCE_WINDOW);
  }

  /** What AWS has accepted and holds for the maintenance window. */
  List<String> awaited() {
    return Stream.of(nodeType.awaited(), version.awaited()).flatMap(Optional::stream).toList();
  }

  GroupDiff withoutFailover() {
    return new GroupDiff(
        nodes,
        snapshotRetention,
        snapshotWindow,
        maintenanceWindow,
        Optional.empty(),
        failoverOnceRedundant,
        minorUpgrades,
        nodeType,
        version);
  }

  ModifyGroup inPlaceCall(ReplicationGroup group, boolean immediately) {
    return new ModifyGroup(
        group.identifier(),
        Optional.empty(),
        Optional.empty(),
        snapshotRetention.map(Difference::to),
        snapshotRetention.filter(it -> it.from() == 0).flatMap(_ -> snapshottingCluster(group)),
        snapshotWindow.map(Difference::to),
        maintenanceWindow.map(Difference::to),
        automaticFailover.map(Difference::to),
        minorUpgrades.map(Difference::to),
        immediately);
  }

  /** The last node is a replica if there is one: its snapshot does not slow the primary down. */
  private static Optional<String> snapshottingCluster(ReplicationGroup group) {
    return group.members().isEmpty() ? Optional.empty() : Optional.of(group.members().getLast());
  }

  ModifyGroup deferredCall(String identifier, boolean immediately) {
    return new ModifyGroup(
        identifier,
        nodeType.change().map(Difference::to),
        version.change().map(Difference::to),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        immediately);
  }
}
