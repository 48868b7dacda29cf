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
import software.amazon.awssdk.services.rds.model.DBParameterGroup;
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.Parameter;
import software.amazon.awssdk.services.rds.model.Subnet;

/** Translates what surrounds an instance: subnet groups, parameter groups and snapshots. */
final class DatabaseGroups {

  private DatabaseGroups() {}

  static SubnetGroup subnetGroup(DBSubnetGroup group, Map<String, String> tags) {
    return new SubnetGroup(
        group.dbSubnetGroupName(),
        orEmpty(group.dbSubnetGroupArn()),
        orEmpty(group.vpcId()),
        group.subnets().stream()
            .map(Subnet::subnetIdentifier)
            .collect(Collectors.toUnmodifiableSet()),
        tags);
  }

  static ParameterGroup parameterGroup(DBParameterGroup group, GroupDetails details) {
    return new ParameterGroup(
        group.dbParameterGroupName(),
        orEmpty(group.dbParameterGroupArn()),
        orEmpty(group.dbParameterGroupFamily()),
        details.parameters(),
        details.tags());
  }

  static EngineParameter parameter(Parameter parameter) {
    return new EngineParameter(
        Optional.ofNullable(parameter.parameterValue()),
        "user".equals(parameter.source()),
        "static".equals(parameter.applyType()),
        isTrue(parameter.isModifiable()));
  }

  static DataSnapshot snapshot(DBSnapshot snapshot) {
    return new DataSnapshot(
        snapshot.dbSnapshotIdentifier(),
        orEmpty(snapshot.dbSnapshotArn()),
        orEmpty(snapshot.status()),
        orEmpty(snapshot.dbInstanceIdentifier()),
        Optional.ofNullable(snapshot.snapshotCreateTime()),
        DatabaseTags.from(snapshot.tagList()));
  }
}
