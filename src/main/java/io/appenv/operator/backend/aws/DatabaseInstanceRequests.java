package io.appenv.operator.backend.aws;

import io.appenv.operator.model.DatabaseAction.CreateInstance;
import io.appenv.operator.model.DatabaseAction.DeleteInstance;
import io.appenv.operator.model.DatabaseAction.ModifyInstance;
import io.appenv.operator.model.DatabaseAction.TakeSnapshot;
import io.appenv.operator.model.DatabaseAction.UpgradeInstance;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.EngineVersion;
import io.appenv.operator.model.InstanceSetting;
import software.amazon.awssdk.services.rds.model.CreateDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.CreateDbSnapshotRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceRequest;

/** Builds the requests about instances. Those that hold a password are never logged. */
final class DatabaseInstanceRequests {

  private static final String ENGINE = "postgres";

  private DatabaseInstanceRequests() {}

  static CreateDbInstanceRequest create(CreateInstance action, String password) {
    var desired = action.desired();
    var request =
        CreateDbInstanceRequest.builder()
            .dbInstanceIdentifier(desired.identifier())
            .engine(ENGINE)
            .engineVersion(desired.version())
            .autoMinorVersionUpgrade(EngineVersion.mayUpgradeMinor(desired.version()))
            .dbInstanceClass(desired.instanceClass())
            .allocatedStorage(desired.storageGib())
            .storageType(desired.storageType())
            .storageEncrypted(true)
            .multiAZ(desired.multiAz())
            .dbName(desired.databaseName())
            .port(DesiredDatabase.PORT)
            .masterUsername(desired.masterUsername())
            .masterUserPassword(password)
            .dbSubnetGroupName(desired.subnetGroup())
            .dbParameterGroupName(desired.parameterGroup())
            .publiclyAccessible(false)
            .backupRetentionPeriod(desired.backupRetentionDays())
            .preferredBackupWindow(desired.backupWindow())
            .preferredMaintenanceWindow(desired.maintenanceWindow())
            .deletionProtection(desired.deletionProtection())
            .copyTagsToSnapshot(true)
            .enablePerformanceInsights(desired.performanceInsightsDays().isPresent())
            .tags(DatabaseTags.of(desired.tags()));
    if (!action.securityGroups().isEmpty()) {
      request.vpcSecurityGroupIds(action.securityGroups());
    }
    desired.iops().ifPresent(request::iops);
    desired.performanceInsightsDays().ifPresent(request::performanceInsightsRetentionPeriod);
    desired.caCertificate().ifPresent(request::caCertificateIdentifier);
    desired.kmsKeyId().ifPresent(request::kmsKeyId);
    desired.maxStorageGib().ifPresent(request::maxAllocatedStorage);
    return request.build();
  }

  static ModifyDbInstanceRequest modify(ModifyInstance action) {
    var request =
        ModifyDbInstanceRequest.builder()
            .dbInstanceIdentifier(action.identifier())
            .applyImmediately(action.applyImmediately());
    action.settings().forEach(setting -> set(request, setting));
    return request.build();
  }

  static CreateDbSnapshotRequest takeSnapshot(TakeSnapshot action) {
    return CreateDbSnapshotRequest.builder()
        .dbInstanceIdentifier(action.identifier())
        .dbSnapshotIdentifier(action.snapshot())
        .tags(DatabaseTags.of(action.tags()))
        .build();
  }

  /** RDS wants a group of the new family named along with the version. */
  static ModifyDbInstanceRequest upgrade(UpgradeInstance action) {
    return ModifyDbInstanceRequest.builder()
        .dbInstanceIdentifier(action.identifier())
        .engineVersion(action.version())
        .allowMajorVersionUpgrade(true)
        .dbParameterGroupName(action.parameterGroup())
        .autoMinorVersionUpgrade(action.autoMinorVersionUpgrade())
        .applyImmediately(true)
        .build();
  }

  private static void set(ModifyDbInstanceRequest.Builder request, InstanceSetting setting) {
    switch (setting) {
      case InstanceSetting.InstanceClass(var name) -> request.dbInstanceClass(name);
      case InstanceSetting.Storage(var gib) -> request.allocatedStorage(gib);
      case InstanceSetting.MaxStorage(var gib) -> request.maxAllocatedStorage(gib);
      case InstanceSetting.StorageType(var name) -> request.storageType(name);
      case InstanceSetting.Iops(var perSecond) -> request.iops(perSecond);
      case InstanceSetting.Version(var version) -> request.engineVersion(version);
      case InstanceSetting.MultiAz(var on) -> request.multiAZ(on);
      case InstanceSetting.BackupRetention(var days) -> request.backupRetentionPeriod(days);
      case InstanceSetting.BackupWindow(var window) -> request.preferredBackupWindow(window);
      case InstanceSetting.MaintenanceWindow(var window) ->
          request.preferredMaintenanceWindow(window);
      case InstanceSetting.DeletionProtection(var on) -> request.deletionProtection(on);
      case InstanceSetting.CaCertificate(var name) -> request.caCertificateIdentifier(name);
      case InstanceSetting.PerformanceInsights(var days) -> {
        request.enablePerformanceInsights(days.isPresent());
        days.ifPresent(request::performanceInsightsRetentionPeriod);
      }
      case InstanceSetting.Parameters(var group) -> request.dbParameterGroupName(group);
      case InstanceSetting.SecurityGroups(var ids) -> request.vpcSecurityGroupIds(ids);
      case InstanceSetting.Switches(var wanted) ->
          request
              .publiclyAccessible(wanted.publiclyAccessible())
              .copyTagsToSnapshot(wanted.copyTagsToSnapshot())
              .autoMinorVersionUpgrade(wanted.autoMinorVersionUpgrade());
    }
  }

  /**
   * A new password is applied as soon as possible in any case. ApplyImmediately stays out: it would
   * also apply what waits for the maintenance window.
   */
  static ModifyDbInstanceRequest resetPassword(String identifier, String password) {
    return ModifyDbInstanceRequest.builder()
        .dbInstanceIdentifier(identifier)
        .masterUserPassword(password)
        .build();
  }

  /**
   * Automated backups go with the instance, which is also AWS's default: the final snapshot is the
   * copy that stays, unless the user confirmed that none is wanted.
   */
  static DeleteDbInstanceRequest delete(DeleteInstance action) {
    var request =
        DeleteDbInstanceRequest.builder()
            .dbInstanceIdentifier(action.identifier())
            .skipFinalSnapshot(action.finalSnapshot().isEmpty())
            .deleteAutomatedBackups(true);
    action.finalSnapshot().ifPresent(request::finalDBSnapshotIdentifier);
    return request.build();
  }
}
