package io.appenv.operator.sandbox.emulation;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What ElastiCache puts off, and what is a change. */
final class GroupRules {

  /** They wait for the maintenance window unless AWS is told otherwise. */
  static final Set<String> DEFERRABLE =
      Set.of(
          "CacheNodeType",
          "EngineVersion",
          "CacheParameterGroupName",
          "AutomaticFailoverEnabled",
          "MultiAZEnabled");

  private static final Set<String> MANNER =
      Set.of(
          "Action", "Version", "ReplicationGroupId", "ApplyImmediately", "AuthTokenUpdateStrategy");

  private GroupRules() {}

  /** The value in force of a parameter of ModifyReplicationGroup. */
  static String current(Item group, GroupSettings settings, String parameter) {
    return switch (parameter) {
      case "AutomaticFailoverEnabled" -> enabled(group.text("AutomaticFailover"));
      case "MultiAZEnabled" -> enabled(group.text("MultiAZ"));
      case "CacheParameterGroupName" -> settings.parameterGroup();
      case "EngineVersion" -> settings.engineVersion();
      case "PreferredMaintenanceWindow" -> settings.maintenanceWindow();
      case "AutoMinorVersionUpgrade" ->
          settings.autoMinorVersionUpgrade().isEmpty()
              ? group.text(parameter)
              : settings.autoMinorVersionUpgrade();
      case TransitRules.MODE ->
          settings.transit().isEmpty() ? group.text(parameter) : settings.transit();
      case TransitRules.ENABLED ->
          settings.transit().isEmpty()
              ? group.text(parameter)
              : Boolean.toString(!settings.transit().equals(TransitRules.NONE));
      case "SnapshotWindow" ->
          settings.snapshotWindow().isEmpty()
              ? group.text("SnapshotWindow")
              : settings.snapshotWindow();
      default -> group.text(parameter);
    };
  }

  private static String enabled(String word) {
    return Boolean.toString(word.equals("enabled"));
  }

  static Set<String> effective(Map<String, String> applied, Item group, GroupSettings settings) {
    var changed = new LinkedHashSet<String>();
    applied.forEach(
        (name, value) -> {
          if (!MANNER.contains(name) && !value.equals(current(group, settings, name))) {
            changed.add(name);
          }
        });
    return changed;
  }

  /** A group without snapshots has no node that they are taken of. */
  static boolean lacksSnapshotSource(Exchange modify, Item group) {
    return modify.parameter("SnapshotRetentionLimit").filter(it -> !it.equals("0")).isPresent()
        && (group.text("SnapshotRetentionLimit").isEmpty()
            || group.text("SnapshotRetentionLimit").equals("0"))
        && modify
            .parameter("SnapshottingClusterId")
            .filter(it -> it.startsWith(Generations.plain(group.text(Groups.NAME)) + "-"))
            .isEmpty();
  }

  /** States in which a group is not deleted: the call has to be made again later. */
  static boolean refusesDelete(String status, boolean withSnapshot) {
    return switch (status) {
      case "available" -> false;
      // Nothing was made, or nothing can be read: deleted, but not copied.
      case "create-failed", "incompatible-network", "restore-failed" -> withSnapshot;
      default -> true;
    };
  }
}
