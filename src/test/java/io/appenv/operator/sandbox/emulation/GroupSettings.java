package io.appenv.operator.sandbox.emulation;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What moto does not show of a replication group, or does not change.
 *
 * @param snapshotWindow empty for that which moto shows
 * @param nodes 0 for as many as moto shows
 * @param tokenModified when another AUTH token was set; empty for what moto shows
 * @param autoMinorVersionUpgrade empty for what moto shows
 * @param transit none, preferred or required; empty for what moto shows
 * @param tokens the AUTH tokens it takes
 * @param pending what is held for the maintenance window
 */
record GroupSettings(
    String engineVersion,
    String maintenanceWindow,
    String subnetGroup,
    String parameterGroup,
    String snapshotWindow,
    int nodes,
    String tokenModified,
    String autoMinorVersionUpgrade,
    String transit,
    Tokens tokens,
    Map<String, String> pending) {

  GroupSettings {
    pending = Map.copyOf(pending);
  }

  static GroupSettings of(Exchange create) {
    return new GroupSettings(
        fullVersion(create.parameter("EngineVersion").orElse("7.1")),
        create.parameter("PreferredMaintenanceWindow").orElse("sun:05:00-sun:06:00"),
        create.parameter("CacheSubnetGroupName").orElse("default"),
        create
            .parameter(CacheParameterGroups.NAME)
            .orElseGet(() -> defaultGroup(create.parameter("EngineVersion").orElse("7.1"))),
        "",
        0,
        "",
        "",
        TransitRules.initial(create),
        Tokens.of(create.parameter("AuthToken")),
        Map.of());
  }

  /** Those of a group that was made past the emulation. */
  static GroupSettings unknown() {
    return new GroupSettings(
        "7.1.0",
        "sun:05:00-sun:06:00",
        "default",
        defaultGroup("7.1"),
        "",
        0,
        "",
        "",
        "",
        Tokens.of(Optional.empty()),
        Map.of());
  }

  /** With what a modification sets. */
  GroupSettings with(Map<String, String> changes) {
    return new GroupSettings(
        changes.containsKey("EngineVersion")
            ? fullVersion(changes.getOrDefault("EngineVersion", ""))
            : engineVersion,
        changes.getOrDefault("PreferredMaintenanceWindow", maintenanceWindow),
        subnetGroup,
        changes.getOrDefault(CacheParameterGroups.NAME, parameterGroup(changes)),
        changes.getOrDefault("SnapshotWindow", snapshotWindow),
        nodes,
        tokenModified,
        changes.getOrDefault("AutoMinorVersionUpgrade", autoMinorVersionUpgrade),
        changes.getOrDefault(TransitRules.MODE, transit),
        tokens,
        pending);
  }

  GroupSettings withNodes(int count) {
    return new GroupSettings(
        engineVersion,
        maintenanceWindow,
        subnetGroup,
        parameterGroup,
        snapshotWindow,
        count,
        tokenModified,
        autoMinorVersionUpgrade,
        transit,
        tokens,
        pending);
  }

  GroupSettings withTokens(Tokens others, Instant moment) {
    return new GroupSettings(
        engineVersion,
        maintenanceWindow,
        subnetGroup,
        parameterGroup,
        snapshotWindow,
        nodes,
        moment.toString(),
        autoMinorVersionUpgrade,
        transit,
        others,
        pending);
  }

  GroupSettings withPending(Map<String, String> values) {
    return new GroupSettings(
        engineVersion,
        maintenanceWindow,
        subnetGroup,
        parameterGroup,
        snapshotWindow,
        nodes,
        tokenModified,
        autoMinorVersionUpgrade,
        transit,
        tokens,
        values);
  }

  /** A default group gives way to that of another family. */
  private String parameterGroup(Map<String, String> changes) {
    return parameterGroup.startsWith(CacheFamilies.DEFAULT)
        ? defaultGroup(changes.getOrDefault("EngineVersion", engineVersion))
        : parameterGroup;
  }

  private static String defaultGroup(String version) {
    return CacheFamilies.DEFAULT + CacheFamilies.of(version);
  }

  /** ElastiCache is asked for 7.1 and shows 7.1.0; of 7.0 it takes the last patch. */
  static String fullVersion(String version) {
    if (version.equals("7.0")) {
      return "7.0.7";
    }
    return version.matches("\\d+\\.\\d+") ? version + ".0" : version;
  }
}
