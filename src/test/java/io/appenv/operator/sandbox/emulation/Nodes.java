package io.appenv.operator.sandbox.emulation;

import java.util.ArrayList;
import java.util.List;

/** The nodes of a replication group as DescribeCacheClusters shows them; moto has none. */
final class Nodes {

  static final String ELEMENT = "CacheCluster";

  /** What a node has in common with its group. */
  private static final List<String> SHARED =
      List.of(
          "CacheNodeType",
          "Engine",
          "ReplicationGroupId",
          "SnapshotRetentionLimit",
          "SnapshotWindow",
          "AuthTokenEnabled",
          "TransitEncryptionEnabled",
          "AtRestEncryptionEnabled");

  private Nodes() {}

  /**
   * @param group as AWS would show it
   */
  static List<Item> of(Item group, GroupSettings settings) {
    var nodes = new ArrayList<Item>();
    for (var name : group.all("ClusterId")) {
      nodes.add(node(group, name.text(), settings));
    }
    return nodes;
  }

  private static Item node(Item group, String name, GroupSettings settings) {
    var node = group.add(ELEMENT);
    node.set("CacheClusterId", name);
    node.set("CacheClusterStatus", group.text("Status"));
    SHARED.forEach(shared -> node.set(shared, group.text(shared)));
    node.set("EngineVersion", settings.engineVersion());
    node.set("NumCacheNodes", "1");
    node.set("CacheClusterCreateTime", group.text("ReplicationGroupCreateTime"));
    node.set("PreferredMaintenanceWindow", settings.maintenanceWindow());
    node.set("CacheSubnetGroupName", settings.subnetGroup());
    node.set(
        "ARN",
        group
            .text("ARN")
            .replaceFirst(":replicationgroup:.*", ":cluster:" + Generations.plain(name)));
    node.add("CacheParameterGroup").set(CacheParameterGroups.NAME, settings.parameterGroup());
    var groups = node.add("SecurityGroups");
    for (var id : settings.securityGroups()) {
      var member = groups.add("member");
      member.set("SecurityGroupId", id);
      member.set("Status", "active");
    }
    var pending = node.add("PendingModifiedValues");
    for (var value : List.of("CacheNodeType", "EngineVersion")) {
      if (settings.pending().containsKey(value)) {
        pending.set(value, settings.pending().getOrDefault(value, ""));
      }
    }
    return node;
  }
}
