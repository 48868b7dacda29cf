package io.appenv.operator.backend.aws;

import io.appenv.operator.model.CacheAction.CreateGroup;
import io.appenv.operator.model.CacheAction.DecreaseReplicas;
import io.appenv.operator.model.CacheAction.DeleteGroup;
import io.appenv.operator.model.CacheAction.IncreaseReplicas;
import io.appenv.operator.model.CacheAction.ModifyGroup;
import io.appenv.operator.model.Descriptions;
import io.appenv.operator.model.DesiredCache;
import io.appenv.operator.model.EngineVersion;
import io.appenv.operator.model.GroupSetting;
import software.amazon.awssdk.services.elasticache.model.AuthTokenUpdateStrategyType;
import software.amazon.awssdk.services.elasticache.model.ClusterMode;
import software.amazon.awssdk.services.elasticache.model.CreateCacheSubnetGroupRequest;
import software.amazon.awssdk.services.elasticache.model.CreateReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.DecreaseReplicaCountRequest;
import software.amazon.awssdk.services.elasticache.model.DeleteReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.IncreaseReplicaCountRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyCacheSubnetGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.TransitEncryptionMode;

/**
 * Builds the requests to ElastiCache. The SDK hides passwords of RDS when it prints a request, but
 * not AUTH tokens: a request of this class is never printed.
 */
final class CacheRequests {

  private static final String ENGINE = "redis";

  private CacheRequests() {}

  static CreateCacheSubnetGroupRequest createSubnetGroup(DesiredCache desired) {
    return CreateCacheSubnetGroupRequest.builder()
        .cacheSubnetGroupName(desired.subnetGroup())
        .cacheSubnetGroupDescription(Descriptions.of(desired.tags()))
        .subnetIds(desired.subnetIds().stream().sorted().toList())
        .tags(CacheTags.of(desired.tags()))
        .build();
  }

  static ModifyCacheSubnetGroupRequest modifySubnetGroup(DesiredCache desired) {
    return ModifyCacheSubnetGroupRequest.builder()
        .cacheSubnetGroupName(desired.subnetGroup())
        .subnetIds(desired.subnetIds().stream().sorted().toList())
        .build();
  }

  /** One shard, cluster mode disabled: clients need no knowledge of shards. */
  static CreateReplicationGroupRequest createGroup(CreateGroup action, String token) {
    var desired = action.desired();
    var request =
        CreateReplicationGroupRequest.builder()
            .replicationGroupId(desired.identifier())
            .replicationGroupDescription(Descriptions.of(desired.tags()))
            .engine(ENGINE)
            .engineVersion(desired.version())
            .autoMinorVersionUpgrade(EngineVersion.mayUpgradeMinor(desired.version()))
            .cacheNodeType(desired.nodeType())
            .clusterMode(ClusterMode.DISABLED)
            .numNodeGroups(1)
            .replicasPerNodeGroup(desired.nodes() - 1)
            .automaticFailoverEnabled(desired.automaticFailover())
            .multiAZEnabled(desired.automaticFailover())
            .port(DesiredCache.PORT)
            .atRestEncryptionEnabled(true)
            .transitEncryptionEnabled(true)
            .authToken(token)
            .cacheSubnetGroupName(desired.subnetGroup())
            .snapshotRetentionLimit(desired.snapshotRetentionDays())
            .snapshotWindow(desired.snapshotWindow())
            .preferredMaintenanceWindow(desired.maintenanceWindow())
            .tags(CacheTags.of(desired.tags()));
    if (!action.securityGroups().isEmpty()) {
      request.securityGroupIds(action.securityGroups());
    }
    desired.kmsKeyId().ifPresent(request::kmsKeyId);
    if (desired.parameters().values().isPresent()) {
      request.cacheParameterGroupName(desired.parameters().group());
    }
    // Before version 7 there is no mode to choose: encryption in transit is required with it.
    if (!desired.version().startsWith("6")) {
      request.transitEncryptionMode(TransitEncryptionMode.REQUIRED);
    }
    return request.build();
  }

  static ModifyReplicationGroupRequest modifyGroup(ModifyGroup action) {
    var request =
        ModifyReplicationGroupRequest.builder()
            .replicationGroupId(action.identifier())
            .applyImmediately(action.applyImmediately());
    action.settings().forEach(setting -> set(request, setting));
    return request.build();
  }

  private static void set(ModifyReplicationGroupRequest.Builder request, GroupSetting setting) {
    switch (setting) {
      case GroupSetting.NodeType(var name) -> request.cacheNodeType(name);
      case GroupSetting.Version(var version) -> request.engineVersion(version);
      case GroupSetting.ParameterGroup(var name) -> request.cacheParameterGroupName(name);
      case GroupSetting.SnapshotRetention(var days) -> request.snapshotRetentionLimit(days);
      case GroupSetting.SnapshottingCluster(var node) -> request.snapshottingClusterId(node);
      case GroupSetting.SnapshotWindow(var window) -> request.snapshotWindow(window);
      case GroupSetting.MaintenanceWindow(var window) -> request.preferredMaintenanceWindow(window);
      // Multi-AZ needs automatic failover, so the two are switched together.
      case GroupSetting.Failover(var on) -> request.automaticFailoverEnabled(on).multiAZEnabled(on);
      case GroupSetting.TransitEncryption(var required) -> encrypt(request, required);
      case GroupSetting.SecurityGroups(var ids) -> request.securityGroupIds(ids);
      case GroupSetting.MinorUpgrades(var on) -> request.autoMinorVersionUpgrade(on);
    }
  }

  /** AWS demands that the mode begins with preferred. */
  private static void encrypt(ModifyReplicationGroupRequest.Builder request, boolean required) {
    if (required) {
      request.transitEncryptionMode(TransitEncryptionMode.REQUIRED);
    } else {
      request.transitEncryptionEnabled(true).transitEncryptionMode(TransitEncryptionMode.PREFERRED);
    }
  }

  /**
   * ROTATE makes the new token valid beside the one before, so clients that still hold the old one
   * keep working; AWS allows SET, which drops the old one, only after it. AWS demands
   * ApplyImmediately with a token.
   */
  static ModifyReplicationGroupRequest resetToken(String identifier, String token) {
    return token(identifier, token, AuthTokenUpdateStrategyType.ROTATE);
  }

  /** With the token that was rotated to last. */
  static ModifyReplicationGroupRequest dropFormerToken(String identifier, String token) {
    return token(identifier, token, AuthTokenUpdateStrategyType.SET);
  }

  private static ModifyReplicationGroupRequest token(
      String identifier, String token, AuthTokenUpdateStrategyType strategy) {
    return ModifyReplicationGroupRequest.builder()
        .replicationGroupId(identifier)
        .authToken(token)
        .authTokenUpdateStrategy(strategy)
        .applyImmediately(true)
        .build();
  }

  /** AWS knows no deferred change of the number of replicas. */
  static IncreaseReplicaCountRequest increase(IncreaseReplicas action) {
    return IncreaseReplicaCountRequest.builder()
        .replicationGroupId(action.identifier())
        .newReplicaCount(action.replicas())
        .applyImmediately(true)
        .build();
  }

  static DecreaseReplicaCountRequest decrease(DecreaseReplicas action) {
    return DecreaseReplicaCountRequest.builder()
        .replicationGroupId(action.identifier())
        .newReplicaCount(action.replicas())
        .applyImmediately(true)
        .build();
  }

  static DeleteReplicationGroupRequest deleteGroup(DeleteGroup action) {
    var request =
        DeleteReplicationGroupRequest.builder()
            .replicationGroupId(action.identifier())
            .retainPrimaryCluster(false);
    action.finalSnapshot().ifPresent(request::finalSnapshotIdentifier);
    return request.build();
  }
}
