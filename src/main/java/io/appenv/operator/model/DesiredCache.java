package io.appenv.operator.model;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A Redis replication group of one shard.
 *
 * @param identifier ElastiCache replication group id; in the cluster, the StatefulSet's name
 * @param parameters of the engine
 * @param nodes primary and replicas together; automatic failover needs at least 2
 * @param snapshotRetentionDays 0 to 35
 * @param snapshotWindow hh:mm-hh:mm UTC, at least 60 minutes
 * @param maintenanceWindow ddd:hh:mm-ddd:hh:mm UTC, at least 60 minutes
 */
public record DesiredCache(
    String identifier,
    String subnetGroup,
    CacheParameters parameters,
    String version,
    String nodeType,
    int nodes,
    int snapshotRetentionDays,
    String snapshotWindow,
    String maintenanceWindow,
    Optional<String> kmsKeyId,
    Set<String> subnetIds,
    DeletionPolicy deletionPolicy,
    String finalSnapshot,
    Map<String, String> tags,
    Custody custody) {

  public static final int PORT = 6379;

  public DesiredCache {
    subnetIds = Set.copyOf(subnetIds);
    tags = Map.copyOf(tags);
  }

  public boolean automaticFailover() {
    return nodes > 1;
  }
}
