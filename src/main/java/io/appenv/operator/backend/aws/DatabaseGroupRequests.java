package io.appenv.operator.backend.aws;

import io.appenv.operator.model.DatabaseAction.ResetParameters;
import io.appenv.operator.model.DatabaseAction.SetParameters;
import io.appenv.operator.model.Descriptions;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.ParameterSetting;
import software.amazon.awssdk.services.rds.model.ApplyMethod;
import software.amazon.awssdk.services.rds.model.CreateDbParameterGroupRequest;
import software.amazon.awssdk.services.rds.model.CreateDbSubnetGroupRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbParameterGroupRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbSubnetGroupRequest;
import software.amazon.awssdk.services.rds.model.Parameter;
import software.amazon.awssdk.services.rds.model.ResetDbParameterGroupRequest;

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
        .parameters(action.parameters().stream().map(DatabaseGroupRequests::parameter).toList())
        .build();
  }

  static ResetDbParameterGroupRequest resetParameters(ResetParameters action) {
    return ResetDbParameterGroupRequest.builder()
        .dbParameterGroupName(action.parameterGroup())
        .resetAllParameters(false)
        .parameters(action.parameters().stream().map(DatabaseGroupRequests::parameter).toList())
        .build();
  }

  /** RDS refuses {@code immediate} for a static parameter. */
  private static Parameter parameter(ParameterSetting setting) {
    var parameter =
        Parameter.builder()
            .parameterName(setting.name())
            .applyMethod(setting.isStatic() ? ApplyMethod.PENDING_REBOOT : ApplyMethod.IMMEDIATE);
    setting.value().ifPresent(parameter::parameterValue);
    return parameter.build();
  }
}
