package io.appenv.operator.sandbox.emulation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What moto does not show of a replication group, or does not change.
 *
 * @param snapshotWindow empty for that which moto shows
 * @param nodes 0 for as many as moto shows
 * @param tokenModified when another AUTH token was set; empty for what moto shows
 * @param autoMinorVersionUpgrade empty for what moto shows
 * @param transit none, preferred or required; empty for what moto shows
 * @param tokens the AUTH tokens it takes
 * @param securityGroups ids of those that its nodes carry
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
    List<String> securityGroups,
    Map<String, String> pending) {

  /** That of the VPC, which ElastiCache takes where none is named. */
  private static final String DEFAULT_GROUP = "sg-0defa017";

  private static final Pattern SECURITY_GROUP =
      Pattern.compile("SecurityGroupIds[.]SecurityGroupId[.][0-9]+");

  GroupSettings {
    securityGroups = List.copyOf(securityGroups);
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
        securityGroups(create.call().parameters(), List.of(DEFAULT_GROUP)),
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
        List.of(DEFAULT_GROUP),
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
        securityGroups(changes, securityGroups),
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
        securityGroups,
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
        securityGroups,
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
        securityGroups,
        values);
  }

  static boolean namesSecurityGroups(Map<String, String> parameters) {
    return parameters.keySet().stream().anyMatch(SECURITY_GROUP.asMatchPredicate());
  }

  private static List<String> securityGroups(Map<String, String> named, List<String> otherwise) {
    var ids =
        new TreeMap<>(named)
            .entrySet().stream()
                .filter(it -> SECURITY_GROUP.matcher(it.getKey()).matches())
                .map(Map.Entry::getValue)
                .toList();
    return ids.isEmpty() ? otherwise : ids;
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
