package io.appenv.operator.backend.ack;

import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.Descriptions;
import io.appenv.operator.model.DesiredCache;
import io.appenv.operator.model.GroupSetting;
import io.appenv.operator.model.ReplicationGroup;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The spec of a ReplicationGroup: what AWS has now, and what one action changes. The controller
 * sends an AUTH token it is told of with every change, hence it is told only to create with it.
 */
final class AckReplicationGroup {

  private AckReplicationGroup() {}

  static Map<String, Object> created(CacheAction.CreateGroup create, Map<String, String> token) {
    var desired = create.desired();
    var spec = new TreeMap<String, Object>();
    spec.put("replicationGroupID", desired.identifier());
    spec.put("description", Descriptions.of(desired.tags()));
    spec.put("engine", "redis");
    spec.put("engineVersion", desired.version());
    spec.put("cacheNodeType", desired.nodeType());
    spec.put("numNodeGroups", 1);
    spec.put("replicasPerNodeGroup", desired.nodes() - 1);
    failover(spec, desired.automaticFailover());
    spec.put("port", DesiredCache.PORT);
    spec.put("atRestEncryptionEnabled", true);
    spec.put("transitEncryptionEnabled", true);
    spec.put("authToken", token);
    spec.put("cacheSubnetGroupName", desired.subnetGroup());
    spec.put("snapshotRetentionLimit", desired.snapshotRetentionDays());
    spec.put("snapshotWindow", desired.snapshotWindow());
    spec.put("preferredMaintenanceWindow", desired.maintenanceWindow());
    spec.put("tags", AckTags.of(desired.tags()));
    if (!create.securityGroups().isEmpty()) {
      spec.put("securityGroupIDs", create.securityGroups());
    }
    desired.kmsKeyId().ifPresent(key -> spec.put("kmsKeyID", key));
    return spec;
  }

  static Map<String, Object> changed(
      ReplicationGroup seen, List<GroupSetting> settings, Map<String, String> tags) {
    var spec = present(seen, seen.nodes() - 1);
    spec.put("tags", AckTags.of(tags));
    settings.forEach(setting -> set(spec, setting));
    return spec;
  }

  static Map<String, Object> resized(ReplicationGroup seen, int replicas) {
    var spec = present(seen, replicas);
    spec.put("tags", AckTags.of(seen.tags()));
    return spec;
  }

  static Map<String, Object> snapshot(CacheAction.DeleteGroup delete, String name) {
    return new TreeMap<>(Map.of("snapshotName", name, "replicationGroupID", delete.identifier()));
  }

  private static Map<String, Object> present(ReplicationGroup seen, int replicas) {
    var spec = new TreeMap<String, Object>();
    spec.put("replicationGroupID", seen.identifier());
    spec.put("description", Descriptions.of(seen.tags()));
    spec.put("engine", "redis");
    spec.put("engineVersion", seen.engineVersion());
    spec.put("cacheNodeType", seen.nodeType());
    spec.put("numNodeGroups", 1);
    spec.put("replicasPerNodeGroup", replicas);
    failover(spec, seen.automaticFailover());
    spec.put("port", DesiredCache.PORT);
    spec.put("atRestEncryptionEnabled", true);
    spec.put("transitEncryptionEnabled", true);
    spec.put("cacheSubnetGroupName", seen.subnetGroup());
    spec.put("snapshotRetentionLimit", seen.snapshotRetentionDays());
    spec.put("snapshotWindow", seen.snapshotWindow());
    spec.put("preferredMaintenanceWindow", seen.maintenanceWindow());
    return spec;
  }

  private static void set(Map<String, Object> spec, GroupSetting setting) {
    switch (setting) {
      case GroupSetting.NodeType(var name) -> spec.put("cacheNodeType", name);
      case GroupSetting.Version(var version) -> spec.put("engineVersion", version);
      case GroupSetting.SnapshotRetention(var days) -> spec.put("snapshotRetentionLimit", days);
      case GroupSetting.SnapshotWindow(var window) -> spec.put("snapshotWindow", window);
      case GroupSetting.MaintenanceWindow(var window) ->
          spec.put("preferredMaintenanceWindow", window);
      case GroupSetting.Failover(var on) -> failover(spec, on);
      case GroupSetting.SecurityGroups _,
          GroupSetting.ParameterGroup _,
          GroupSetting.SnapshottingCluster _,
          GroupSetting.TransitEncryption _,
          GroupSetting.MinorUpgrades _ ->
          throw new IllegalArgumentException(setting + " is beyond ACK and never planned");
    }
  }

  private static void failover(Map<String, Object> spec, boolean on) {
    spec.put("automaticFailoverEnabled", on);
    spec.put("multiAZEnabled", on);
  }
}
