package io.appenv.operator.model;

import java.util.Map;
import java.util.Optional;

/**
 * An ElastiCache replication group, joined with what only its member clusters tell.
 *
 * @param pendingNodeType node type AWS has accepted and applies in the maintenance window
 */
public record ReplicationGroup(
    String identifier,
    String arn,
    String status,
    String engineVersion,
    String nodeType,
    int nodes,
    boolean automaticFailover,
    int snapshotRetentionDays,
    String snapshotWindow,
    String maintenanceWindow,
    String subnetGroup,
    Optional<Endpoint> primaryEndpoint,
    Optional<Endpoint> readerEndpoint,
    Optional<String> pendingNodeType,
    Optional<String> pendingEngineVersion,
    Map<String, String> tags) {

  public ReplicationGroup {
    tags = Map.copyOf(tags);
  }
}
