package io.appenv.operator.backend.aws;

import static io.appenv.operator.backend.aws.AbsentFields.orEmpty;

import io.appenv.operator.model.DataSnapshot;
import io.appenv.operator.model.SubnetGroup;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroup;
import software.amazon.awssdk.services.elasticache.model.Snapshot;
import software.amazon.awssdk.services.elasticache.model.Subnet;

/** Translates what surrounds a replication group: subnet groups and snapshots. */
final class CacheGroups {

  private CacheGroups() {}

  static SubnetGroup subnetGroup(CacheSubnetGroup group, Map<String, String> tags) {
    return new SubnetGroup(
        group.cacheSubnetGroupName(),
        orEmpty(group.arn()),
        orEmpty(group.vpcId()),
        group.subnets().stream()
            .map(Subnet::subnetIdentifier)
            .collect(Collectors.toUnmodifiableSet()),
        tags);
  }

  static DataSnapshot snapshot(Snapshot snapshot) {
    return new DataSnapshot(
        snapshot.snapshotName(),
        orEmpty(snapshot.arn()),
        orEmpty(snapshot.snapshotStatus()),
        orEmpty(snapshot.replicationGroupId()));
  }
}
