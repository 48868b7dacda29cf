package io.appenv.operator.reconciler;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/** What somebody else may change of the production cache, and what it is to be again. */
enum CacheDrift {
  SNAPSHOT_RETENTION(
      it -> it.snapshotRetentionLimit(5), (group, nodes) -> group.snapshotRetentionLimit() == 1),
  SNAPSHOT_WINDOW(
      it -> it.snapshotWindow("03:00-04:00"),
      (group, nodes) -> group.snapshotWindow().equals("16:00-17:00")),
  MAINTENANCE_WINDOW(
      it -> it.preferredMaintenanceWindow("mon:04:00-mon:05:00"),
      (group, nodes) ->
          nodes.stream()
              .allMatch(it -> it.preferredMaintenanceWindow().equals("sun:20:00-sun:21:00"))),
  FAILOVER(
      it -> it.automaticFailoverEnabled(false).multiAZEnabled(false),
      (group, nodes) ->
          group.automaticFailoverAsString().equals("enabled")
              && group.multiAZAsString().equals("enabled")),
  MULTI_AZ(
      it -> it.multiAZEnabled(false), (group, nodes) -> group.multiAZAsString().equals("enabled")),
  NODE_TYPE(
      it -> it.cacheNodeType("cache.t3.large"),
      (group, nodes) -> group.cacheNodeType().equals("cache.t3.medium")),
  VERSION(
      it -> it.engineVersion("7.0"),
      (group, nodes) -> nodes.stream().allMatch(it -> it.engineVersion().startsWith("7.1")));

  private final Consumer<ModifyReplicationGroupRequest.Builder> change;
  private final BiPredicate<ReplicationGroup, List<CacheCluster>> declared;

  CacheDrift(
      Consumer<ModifyReplicationGroupRequest.Builder> change,
      BiPredicate<ReplicationGroup, List<CacheCluster>> declared) {
    this.change = change;
    this.declared = declared;
  }

  ModifyReplicationGroupRequest request(String identifier) {
    var request =
        ModifyReplicationGroupRequest.builder()
            .replicationGroupId(identifier)
            .applyImmediately(true);
    change.accept(request);
    return request.build();
  }

  boolean isAsDeclared(ReplicationGroup group, List<CacheCluster> nodes) {
    return !nodes.isEmpty() && declared.test(group, nodes);
  }

  /** Whether a person is asked before it is put right. */
  boolean isAsked() {
    return this == SNAPSHOT_RETENTION;
  }

  /** Whether AWS puts it right in the maintenance window only. */
  boolean isDeferred() {
    return this == NODE_TYPE || this == VERSION;
  }
}
