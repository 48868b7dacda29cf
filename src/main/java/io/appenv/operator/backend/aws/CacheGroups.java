package io.appenv.operator.backend.aws;

import static io.appenv.operator.backend.aws.AbsentFields.isTrue;
import static io.appenv.operator.backend.aws.AbsentFields.orEmpty;

import io.appenv.operator.model.DataSnapshot;
import io.appenv.operator.model.EngineParameter;
import io.appenv.operator.model.ParameterGroup;
import io.appenv.operator.model.SubnetGroup;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroup;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroup;
import software.amazon.awssdk.services.elasticache.model.ChangeType;
import software.amazon.awssdk.services.elasticache.model.Parameter;
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

  static ParameterGroup parameterGroup(CacheParameterGroup group, GroupDetails details) {
    return new ParameterGroup(
        group.cacheParameterGroupName(),
        orEmpty(group.arn()),
        orEmpty(group.cacheParameterGroupFamily()),
        details.parameters(),
        details.tags());
  }

  static EngineParameter parameter(Parameter parameter) {
    return new EngineParameter(
        Optional.ofNullable(parameter.parameterValue()),
        "user".equals(parameter.source()),
        parameter.changeType() == ChangeType.REQUIRES_REBOOT,
        isTrue(parameter.isModifiable()));
  }

  static DataSnapshot snapshot(Snapshot snapshot) {
    return new DataSnapshot(
        snapshot.snapshotName(),
        orEmpty(snapshot.arn()),
        orEmpty(snapshot.snapshotStatus()),
        orEmpty(snapshot.replicationGroupId()));
  }
}
