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
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.rds.RdsClient;

/** Makes the call of one action, and keeps what is remembered of RDS true. */
final class DatabaseCalls {

  private final RdsClient rds;
  private final DatabaseDetails details;

  DatabaseCalls(RdsClient rds, DatabaseDetails details) {
    this.rds = rds;
    this.details = details;
  }

  void execute(DatabaseAction action, Optional<String> password) {
    switch (action) {
      case CreateSubnetGroup create -> createSubnetGroup(create);
      case ModifySubnetGroup modify ->
          make(
              modify,
              () ->
                  rds.modifyDBSubnetGroup(
                      DatabaseGroupRequests.modifySubnetGroup(modify.desired())));
      case CreateParameterGroup create -> createParameterGroup(create);
      case SetParameters set -> setParameters(set);
      case ResetParameters reset -> resetParameters(reset);
      case CreateInstance create -> createInstance(create, RequiredSecret.of(password, create));
      case ModifyInstance modify ->
          make(modify, () -> rds.modifyDBInstance(DatabaseInstanceRequests.modify(modify)));
      case RebootInstance reboot ->
          make(
              reboot,
              () ->
                  rds.rebootDBInstance(
                      request ->
                          request.dbInstanceIdentifier(reboot.identifier()).forceFailover(false)));
      case TakeSnapshot take ->
          make(take, () -> rds.createDBSnapshot(DatabaseInstanceRequests.takeSnapshot(take)));
      case UpgradeInstance upgrade ->
          make(upgrade, () -> rds.modifyDBInstance(DatabaseInstanceRequests.upgrade(upgrade)));
      case RenameInstance rename ->
          make(rename, () -> rds.modifyDBInstance(ReplacementRequests.rename(rename)));
      case CopySnapshot copy ->
          make(copy, () -> rds.copyDBSnapshot(ReplacementRequests.copy(copy)));
      case RestoreInstance restore ->
          make(
              restore,
              () -> rds.restoreDBInstanceFromDBSnapshot(ReplacementRequests.restore(restore)));
      case ResetPassword reset -> resetPassword(reset, RequiredSecret.of(password, reset));
      case DeleteInstance delete ->
          makeUnlessGone(
              delete, () -> rds.deleteDBInstance(DatabaseInstanceRequests.delete(delete)));
      case DeleteParameterGroup delete -> deleteParameterGroup(delete);
      case DeleteSubnetGroup delete -> deleteSubnetGroup(delete);
      case AddTags add -> addTags(add);
    }
  }

  private void createSubnetGroup(CreateSubnetGroup create) {
    var desired = create.desired();
    var answer =
        make(
            create,
            () -> rds.createDBSubnetGroup(DatabaseGroupRequests.createSubnetGroup(desired)));
    details.subnetGroupTags().remember(answer.dbSubnetGroup().dbSubnetGroupArn(), desired.tags());
  }

  private void createParameterGroup(CreateParameterGroup create) {
    var desired = create.desired();
    var answer =
        make(
            create,
            () -> rds.createDBParameterGroup(DatabaseGroupRequests.createParameterGroup(desired)));
    details
        .parameterGroupTags()
        .remember(answer.dbParameterGroup().dbParameterGroupArn(), desired.tags());
  }

  private void setParameters(SetParameters set) {
    try {
      make(set, () -> rds.modifyDBParameterGroup(DatabaseGroupRequests.setParameters(set)));
      details
          .parameters()
          .apply(
              set.parameterGroup(), before -> ParameterSetting.applied(set.parameters(), before));
    } catch (FailureException failure) {
      details.parameters().forget(set.parameterGroup());
      throw failure;
    }
  }

  /** What the family's defaults are is read back. */
  private void resetParameters(ResetParameters reset) {
    try {
      make(reset, () -> rds.resetDBParameterGroup(DatabaseGroupRequests.resetParameters(reset)));
    } finally {
      details.parameters().forget(reset.parameterGroup());
    }
  }

  private void createInstance(CreateInstance create, String password) {
    AwsCalls.make(
        AwsCall.of(create, Optional.of(password)),
        () -> rds.createDBInstance(DatabaseInstanceRequests.create(create, password)));
  }

  private void resetPassword(ResetPassword reset, String password) {
    AwsCalls.make(
        AwsCall.of(reset, Optional.of(password)),
        () ->
            rds.modifyDBInstance(
                DatabaseInstanceRequests.resetPassword(reset.identifier(), password)));
  }

  private void deleteParameterGroup(DeleteParameterGroup delete) {
    details.parameters().forget(delete.name());
    details.parameterGroupTags().forgetNamed(delete.name());
    makeUnlessGone(
        delete,
        () -> rds.deleteDBParameterGroup(request -> request.dbParameterGroupName(delete.name())));
  }

  private void deleteSubnetGroup(DeleteSubnetGroup delete) {
    details.subnetGroupTags().forgetNamed(delete.name());
    makeUnlessGone(
        delete, () -> rds.deleteDBSubnetGroup(request -> request.dbSubnetGroupName(delete.name())));
  }

  private void addTags(AddTags add) {
    try {
      make(
          add,
          () ->
              rds.addTagsToResource(
                  request -> request.resourceName(add.arn()).tags(DatabaseTags.of(add.tags()))));
      details.subnetGroupTags().apply(add.arn(), Overlay.of(add.tags()));
      details.parameterGroupTags().apply(add.arn(), Overlay.of(add.tags()));
    } catch (FailureException failure) {
      details.subnetGroupTags().forget(add.arn());
      details.parameterGroupTags().forget(add.arn());
      throw failure;
    }
  }

  private static <T> T make(DatabaseAction action, Supplier<T> request) {
    return AwsCalls.make(AwsCall.of(action), request);
  }

  private static <T> void makeUnlessGone(DatabaseAction action, Supplier<T> request) {
    AwsCalls.makeUnlessGone(AwsCall.of(action), request);
  }
}
