package io.appenv.operator.cache;

import io.appenv.operator.model.DeferredValue;
import io.appenv.operator.model.DesiredCache;
import io.appenv.operator.model.Difference;
import io.appenv.operator.model.EngineVersion;
import io.appenv.operator.model.GroupSetting;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.SettingChange;
import io.appenv.operator.model.SettingChanges;
import io.appenv.operator.model.SpecField;
import io.appenv.operator.model.Timing;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where a replication group differs from what is desired.
 *
 * @param nodes has calls of its own
 * @param failoverOnceRedundant automatic failover, which needs the replica that is still to come
 * @param changes what is to be sent
 * @param awaited what AWS has accepted and holds for the maintenance window
 */
record GroupDiff(
    Optional<Difference<Integer>> nodes,
    Optional<Difference<Boolean>> failoverOnceRedundant,
    SettingChanges<GroupSetting> changes,
    SettingChanges<GroupSetting> awaited) {

  static GroupDiff of(ReplicationGroup seen, DesiredCache desired) {
    var failover = automaticFailover(seen, desired);
    var nodeType =
        DeferredValue.compare(
            SpecField.CACHE_NODE_TYPE, seen.nodeType(), seen.pendingNodeType(), desired.nodeType());
    var version = version(seen, desired);
    return new GroupDiff(
        Difference.between(SpecField.CACHE_NODES, seen.nodes(), desired.nodes()),
        failover.filter(on -> on.to() && seen.nodes() < 2),
        SettingChanges.of(
            retention(seen, desired),
            SettingChange.of(
                known(
                    SpecField.CACHE_SNAPSHOT_WINDOW,
                    seen.snapshotWindow(),
                    desired.snapshotWindow()),
                GroupSetting.SnapshotWindow::new),
            SettingChange.of(
                known(
                    SpecField.CACHE_MAINTENANCE_WINDOW,
                    seen.maintenanceWindow(),
                    desired.maintenanceWindow()),
                GroupSetting.MaintenanceWindow::new),
            SettingChange.of(
                failover.filter(on -> !on.to() || seen.nodes() >= 2), GroupSetting.Failover::new),
            SettingChange.of(minorUpgrades(seen, desired), GroupSetting.MinorUpgrades::new),
            SettingChange.of(nodeType.change(), GroupSetting.NodeType::new),
            ParameterAttachment.toThePresentVersion(seen, desired),
            ParameterAttachment.with(version.change(), seen, desired)),
        SettingChanges.of(
            SettingChange.of(nodeType.awaited(), GroupSetting.NodeType::new),
            SettingChange.of(version.awaited(), GroupSetting.Version::new)));
  }

  /** Where there were no snapshots, AWS has to be told which node to take them of. */
  private static Optional<SettingChange<GroupSetting>> retention(
      ReplicationGroup seen, DesiredCache desired) {
    return Difference.between(
            SpecField.CACHE_SNAPSHOT_RETENTION,
            seen.snapshotRetentionDays(),
            desired.snapshotRetentionDays())
        .map(
            difference ->
                new SettingChange<>(
                    difference,
                    Stream.concat(
                            Stream.of(new GroupSetting.SnapshotRetention(difference.to())),
                            difference.from() == 0 ? snapshottingCluster(seen) : Stream.empty())
                        .toList()));
  }

  /** The last node is a replica if there is one: its snapshot does not slow the primary down. */
  private static Stream<GroupSetting> snapshottingCluster(ReplicationGroup group) {
    return group.members().isEmpty()
        ? Stream.empty()
        : Stream.of(new GroupSetting.SnapshottingCluster(group.members().getLast()));
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
    return Optional.of(Difference.inPlace(CacheWishes.FAILOVER, !wanted, wanted));
  }

  /** Left on, AWS would raise a version that the spec names to the minor one. */
  private static Optional<Difference<Boolean>> minorUpgrades(
      ReplicationGroup seen, DesiredCache desired) {
    var wanted = EngineVersion.mayUpgradeMinor(desired.version());
    return seen.autoMinorVersionUpgrade()
        .filter(present -> present != wanted)
        .map(present -> Difference.inPlace(CacheWishes.MINOR_UPGRADES, present, wanted));
  }

  private static DeferredValue<String> version(ReplicationGroup seen, DesiredCache desired) {
    return switch (EngineVersion.compare(seen.engineVersion(), desired.version())) {
      case DOWNGRADE -> DeferredValue.unchanged();
      case SAME, MINOR_UPGRADE, MAJOR_UPGRADE ->
          DeferredValue.compare(
              SpecField.CACHE_VERSION,
              seen.engineVersion(),
              seen.pendingEngineVersion(),
              desired.version(),
              value -> EngineVersion.compare(value, desired.version()) == EngineVersion.SAME);
    };
  }

  SettingChanges<GroupSetting> inPlace() {
    return changes.at(Timing.NOW);
  }

  SettingChanges<GroupSetting> deferred() {
    return changes.at(Timing.MAINTENANCE_WINDOW);
  }

  boolean changesFailover() {
    return changes.contain(GroupSetting.Failover.class::isInstance);
  }

  /** What is still to be sent, but for these fields. */
  GroupDiff leaving(Set<String> fields) {
    return with(field -> !fields.contains(field), changes.leaving(fields));
  }

  /** What is still to be sent of these fields. */
  GroupDiff only(Set<String> fields) {
    return with(fields::contains, changes.only(fields));
  }

  private GroupDiff with(Predicate<String> wanted, SettingChanges<GroupSetting> some) {
    return new GroupDiff(
        nodes.filter(it -> wanted.test(it.name())),
        failoverOnceRedundant.filter(it -> wanted.test(it.name())),
        some,
        awaited);
  }

  /** All that differs. */
  List<Difference<?>> differences() {
    return Stream.of(
            nodes.stream(),
            failoverOnceRedundant.stream(),
            changes.differences().stream(),
            awaited.differences().stream())
        .<Difference<?>>flatMap(it -> it)
        .toList();
  }

  /** AWS tells nothing of a parameter group that it holds for later, so it is attached at once. */
  boolean attachesParameterGroup() {
    return inPlace().contain(GroupSetting.ParameterGroup.class::isInstance);
  }

  GroupDiff withoutFailover() {
    return without(GroupSetting.Failover.class::isInstance);
  }

  GroupDiff withoutVersion() {
    return without(GroupSetting.Version.class::isInstance);
  }

  /** Without one that is attached to the present version. */
  GroupDiff withoutParameterGroup() {
    return attachesParameterGroup() ? without(GroupSetting.ParameterGroup.class::isInstance) : this;
  }

  private GroupDiff without(Predicate<GroupSetting> setting) {
    return new GroupDiff(nodes, failoverOnceRedundant, changes.without(setting), awaited);
  }
}
