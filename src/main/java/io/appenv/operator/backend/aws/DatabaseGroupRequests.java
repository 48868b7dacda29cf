package io.appenv.operator.backend.aws;

import io.appenv.operator.model.DatabaseAction.SetParameters;
import io.appenv.operator.model.DesiredDatabase;
import java.util.Map;
import software.amazon.awssdk.services.rds.model.CreateDbParameterGroupRequest;
import software.amazon.awssdk.services.rds.model.CreateDbSubnetGroupRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbParameterGroupRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbSubnetGroupRequest;
import software.amazon.awssdk.services.rds.model.Parameter;

/** Builds the requests about subnet groups and parameter groups. */
final class DatabaseGroupRequests {

  private DatabaseGroupRequests() {}

  static CreateDbSubnetGroupRequest createSubnetGroup(DesiredDatabase desired) {
    return CreateDbSubnetGroupRequest.builder()
        .dbSubnetGroupName(desired.subnetGroup())
        .dbSubnetGroupDescription(Descriptions.of(desired.tags()))
        .subnetIds(desired.subnetIds().stream().sorted().toList())
        .tags(DatabaseTags.of(desired.tags()))
        .build();
  }

  static ModifyDbSubnetGroupRequest modifySubnetGroup(DesiredDatabase desired) {
    return ModifyDbSubnetGroupRequest.builder()
        .dbSubnetGroupName(desired.subnetGroup())
        .subnetIds(desired.subnetIds().stream().sorted().toList())
        .build();
  }

  static CreateDbParameterGroupRequest createParameterGroup(DesiredDatabase desired) {
    return CreateDbParameterGroupRequest.builder()
        .dbParameterGroupName(desired.parameterGroup())
        .dbParameterGroupFamily(desired.parameterFamily())
        .description(Descriptions.of(desired.tags()))
        .tags(DatabaseTags.of(desired.tags()))
        .build();
  }

  /** AWS takes at most 20 parameters in one call. */
  static ModifyDbParameterGroupRequest setParameters(SetParameters action) {
    return ModifyDbParameterGroupRequest.builder()
        .dbParameterGroupName(action.parameterGroup())
        .parameters(
            action.parameters().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> parameter(entry.getKey(), entry.getValue()))
                .toList())
        .build();
  }

  private static Parameter parameter(String name, String value) {
    return Parameter.builder()
        .parameterName(name)
        .parameterValue(value)
        .applyMethod(ApplyMethods.of(name))
        .build();
  }
}
