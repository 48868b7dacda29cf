package io.appenv.operator.reconciler;

import java.util.function.Consumer;
import java.util.function.Predicate;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceRequest;

/** What somebody else may change of the production database, and what it is to be again. */
enum DatabaseDrift {
  BACKUP_RETENTION(it -> it.backupRetentionPeriod(3), it -> it.backupRetentionPeriod() == 7),
  BACKUPS_OFF(it -> it.backupRetentionPeriod(0), it -> it.backupRetentionPeriod() == 7),
  BACKUP_WINDOW(
      it -> it.preferredBackupWindow("02:00-03:00"),
      it -> it.preferredBackupWindow().equals("17:00-18:00")),
  MAINTENANCE_WINDOW(
      it -> it.preferredMaintenanceWindow("mon:04:00-mon:05:00"),
      it -> it.preferredMaintenanceWindow().equals("sun:18:30-sun:19:30")),
  DELETION_PROTECTION(it -> it.deletionProtection(false), DBInstance::deletionProtection),
  MAX_STORAGE(it -> it.maxAllocatedStorage(900), it -> it.maxAllocatedStorage() == null),
  PERFORMANCE_INSIGHTS(
      it -> it.enablePerformanceInsights(true), it -> !it.performanceInsightsEnabled()),
  STORAGE_TYPE(it -> it.storageType("gp2"), it -> it.storageType().equals("gp3")),
  PARAMETER_GROUP(
      it -> it.dbParameterGroupName(DatabaseDrift.FOREIGN_GROUP),
      it ->
          it.dbParameterGroups()
              .getFirst()
              .dbParameterGroupName()
              .equals(it.dbInstanceIdentifier() + "-postgres17")),
  INSTANCE_CLASS(
      it -> it.dbInstanceClass("db.t3.large"), it -> it.dbInstanceClass().equals("db.t3.medium")),
  MULTI_AZ(it -> it.multiAZ(false), DBInstance::multiAZ);

  static final String FOREIGN_GROUP = "somebody-elses-parameters";

  private final Consumer<ModifyDbInstanceRequest.Builder> change;
  private final Predicate<DBInstance> declared;

  DatabaseDrift(Consumer<ModifyDbInstanceRequest.Builder> change, Predicate<DBInstance> declared) {
    this.change = change;
    this.declared = declared;
  }

  ModifyDbInstanceRequest request(String identifier) {
    var request =
        ModifyDbInstanceRequest.builder().dbInstanceIdentifier(identifier).applyImmediately(true);
    change.accept(request);
    return request.build();
  }

  boolean isAsDeclared(DBInstance instance) {
    return declared.test(instance);
  }

  /** Whether a person is asked before it is put right. */
  boolean isAsked() {
    return this == PERFORMANCE_INSIGHTS;
  }

  /** Whether AWS puts it right in the maintenance window only. */
  boolean isDeferred() {
    return this == INSTANCE_CLASS || this == MULTI_AZ;
  }
}
