package io.appenv.operator.backend.aws;

import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseAction.AddTags;
import io.appenv.operator.model.DatabaseAction.CopySnapshot;
import io.appenv.operator.model.DatabaseAction.CreateInstance;
import io.appenv.operator.model.DatabaseAction.CreateParameterGroup;
import io.appenv.operator.model.DatabaseAction.CreateSubnetGroup;
import io.appenv.operator.model.DatabaseAction.DeleteInstance;
import io.appenv.operator.model.DatabaseAction.DeleteParameterGroup;
import io.appenv.operator.model.DatabaseAction.DeleteSubnetGroup;
import io.appenv.operator.model.DatabaseAction.ModifyInstance;
import io.appenv.operator.model.DatabaseAction.ModifySubnetGroup;
import io.appenv.operator.model.DatabaseAction.RebootInstance;
import io.appenv.operator.model.DatabaseAction.RenameInstance;
import io.appenv.operator.model.DatabaseAction.ResetParameters;
import io.appenv.operator.model.DatabaseAction.ResetPassword;
import io.appenv.operator.model.DatabaseAction.RestoreInstance;
import io.appenv.operator.model.DatabaseAction.SetParameters;
import io.appenv.operator.model.DatabaseAction.TakeSnapshot;
import io.appenv.operator.model.DatabaseAction.UpgradeInstance;
import io.appenv.operator.model.FailureException;
import io.appenv.operator.model.ParameterSetting;
import io.appenv.operator.model.Receipt;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.rds.RdsClient;

/** Makes the call of one action, and keeps what is remembered of RDS true. */
final class DatabaseCalls {

  private final RdsClient rds;
  private final DatabaseDetails details;

  DatabaseCalls(RdsClient rds, DatabaseDetails details) {
    this.rds = rds;
    this.details = details;
  }

  Receipt execute(DatabaseAction action, Optional<String> password) {
    return switch (action) {
      case CreateSubnetGroup create -> createSubnetGroup(create);
      case ModifySubnetGroup modify ->
          write(
              modify,
              () ->
                  rds.modifyDBSubnetGroup(
                      DatabaseGroupRequests.modifySubnetGroup(modify.desired())));
      case CreateParameterGroup create -> createParameterGroup(create);
      case SetParameters set -> setParameters(set);
      case ResetParameters reset -> resetParameters(reset);
      case CreateInstance create -> createInstance(create, RequiredSecret.of(password, create));
      case ModifyInstance modify ->
          write(modify, () -> rds.modifyDBInstance(DatabaseInstanceRequests.modify(modify)));
      case RebootInstance reboot ->
          write(
              reboot,
              () ->
                  rds.rebootDBInstance(
                      request ->
                          request.dbInstanceIdentifier(reboot.identifier()).forceFailover(false)));
      case TakeSnapshot take ->
          write(take, () -> rds.createDBSnapshot(DatabaseInstanceRequests.takeSnapshot(take)));
      case UpgradeInstance upgrade ->
          write(upgrade, () -> rds.modifyDBInstance(DatabaseInstanceRequests.upgrade(upgrade)));
      case RenameInstance rename ->
          write(rename, () -> rds.modifyDBInstance(ReplacementRequests.rename(rename)));
      case CopySnapshot copy ->
          write(copy, () -> rds.copyDBSnapshot(ReplacementRequests.copy(copy)));
      case RestoreInstance restore ->
          write(
              restore,
              () -> rds.restoreDBInstanceFromDBSnapshot(ReplacementRequests.restore(restore)));
      case ResetPassword reset -> resetPassword(reset, RequiredSecret.of(password, reset));
      case DeleteInstance delete ->
          writeUnlessGone(
              delete, () -> rds.deleteDBInstance(DatabaseInstanceRequests.delete(delete)));
      case DeleteParameterGroup delete -> deleteParameterGroup(delete);
      case DeleteSubnetGroup delete -> deleteSubnetGroup(delete);
      case AddTags add -> addTags(add);
    };
  }

  private Receipt createSubnetGroup(CreateSubnetGroup create) {
    var desired = create.desired();
    var answer =
        AwsCalls.make(
            AwsCall.of(create),
            () -> rds.createDBSubnetGroup(DatabaseGroupRequests.createSubnetGroup(desired)));
    details.subnetGroupTags().remember(answer.dbSubnetGroup().dbSubnetGroupArn(), desired.tags());
    return AwsCalls.receipt(answer);
  }

  private Receipt createParameterGroup(CreateParameterGroup create) {
    var desired = create.desired();
    var answer =
        AwsCalls.make(
            AwsCall.of(create),
            () -> rds.createDBParameterGroup(DatabaseGroupRequests.createParameterGroup(desired)));
    details
        .parameterGroupTags()
        .remember(answer.dbParameterGroup().dbParameterGroupArn(), desired.tags());
    return AwsCalls.receipt(answer);
  }

  private Receipt setParameters(SetParameters set) {
    try {
      var receipt =
          write(set, () -> rds.modifyDBParameterGroup(DatabaseGroupRequests.setParameters(set)));
      details
          .parameters()
          .apply(
              set.parameterGroup(), before -> ParameterSetting.applied(set.parameters(), before));
      return receipt;
    } catch (FailureException failure) {
      details.parameters().forget(set.parameterGroup());
      throw failure;
    }
  }

  /** What the family's defaults are is read back. */
  private Receipt resetParameters(ResetParameters reset) {
    try {
      return write(
          reset, () -> rds.resetDBParameterGroup(DatabaseGroupRequests.resetParameters(reset)));
    } finally {
      details.parameters().forget(reset.parameterGroup());
    }
  }

  private Receipt createInstance(CreateInstance create, String password) {
    return AwsCalls.write(
        AwsCall.of(create, Optional.of(password)),
        () -> rds.createDBInstance(DatabaseInstanceRequests.create(create, password)));
  }

  private Receipt resetPassword(ResetPassword reset, String password) {
    return AwsCalls.write(
        AwsCall.of(reset, Optional.of(password)),
        () ->
            rds.modifyDBInstance(
                DatabaseInstanceRequests.resetPassword(reset.identifier(), password)));
  }

  private Receipt deleteParameterGroup(DeleteParameterGroup delete) {
    details.parameters().forget(delete.name());
    details.parameterGroupTags().forgetNamed(delete.name());
    return writeUnlessGone(
        delete,
        () -> rds.deleteDBParameterGroup(request -> request.dbParameterGroupName(delete.name())));
  }

  private Receipt deleteSubnetGroup(DeleteSubnetGroup delete) {
    details.subnetGroupTags().forgetNamed(delete.name());
    return writeUnlessGone(
        delete, () -> rds.deleteDBSubnetGroup(request -> request.dbSubnetGroupName(delete.name())));
  }

  private Receipt addTags(AddTags add) {
    try {
      var receipt =
          write(
              add,
              () ->
                  rds.addTagsToResource(
                      request ->
                          request.resourceName(add.arn()).tags(DatabaseTags.of(add.tags()))));
      details.subnetGroupTags().apply(add.arn(), Overlay.of(add.tags()));
      details.parameterGroupTags().apply(add.arn(), Overlay.of(add.tags()));
      return receipt;
    } catch (FailureException failure) {
      details.subnetGroupTags().forget(add.arn());
      details.parameterGroupTags().forget(add.arn());
      throw failure;
    }
  }

  private static Receipt write(DatabaseAction action, Supplier<? extends AwsResponse> request) {
    return AwsCalls.write(AwsCall.of(action), request);
  }

  private static Receipt writeUnlessGone(
      DatabaseAction action, Supplier<? extends AwsResponse> request) {
    return AwsCalls.writeUnlessGone(AwsCall.of(action), request);
  }
}
