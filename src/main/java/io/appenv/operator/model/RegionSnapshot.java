package io.appenv.operator.model;

import java.time.Instant;
import java.util.Map;

/**
 * Everything one sweep saw in one region. All maps are keyed by name and complete: what is not in
 * them did not exist when the sweep listed it.
 *
 * @param startedAt when the sweep sent its first request; a write made later is not in it
 */
public record RegionSnapshot(
    String region,
    Instant startedAt,
    NetworkFacts network,
    Map<String, DatabaseInstance> databaseInstances,
    Map<String, SubnetGroup> databaseSubnetGroups,
    Map<String, ParameterGroup> parameterGroups,
    Map<String, DataSnapshot> databaseSnapshots,
    Map<String, ReplicationGroup> replicationGroups,
    Map<String, SubnetGroup> cacheSubnetGroups,
    Map<String, DataSnapshot> cacheSnapshots) {

  public RegionSnapshot {
    databaseInstances = Map.copyOf(databaseInstances);
    databaseSubnetGroups = Map.copyOf(databaseSubnetGroups);
    parameterGroups = Map.copyOf(parameterGroups);
    databaseSnapshots = Map.copyOf(databaseSnapshots);
    replicationGroups = Map.copyOf(replicationGroups);
    cacheSubnetGroups = Map.copyOf(cacheSubnetGroups);
    cacheSnapshots = Map.copyOf(cacheSnapshots);
  }
}
