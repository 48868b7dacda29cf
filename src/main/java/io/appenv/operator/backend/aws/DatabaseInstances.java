package io.appenv.operator.backend.aws;

import static io.appenv.operator.backend.aws.AbsentFields.endpoint;
import static io.appenv.operator.backend.aws.AbsentFields.isTrue;
import static io.appenv.operator.backend.aws.AbsentFields.orEmpty;
import static io.appenv.operator.backend.aws.AbsentFields.orZero;

import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.Endpoint;
import io.appenv.operator.model.InstanceOrigin;
import io.appenv.operator.model.InstanceSurroundings;
import io.appenv.operator.model.InstanceSwitches;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBParameterGroupStatus;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.PendingModifiedValues;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

/** Translates what DescribeDBInstances shows. */
final class DatabaseInstances {

  /** What RDS says of a security group that it is taking away. */
  private static final String LEAVING = "removing";

  private DatabaseInstances() {}

  static DatabaseInstance from(DBInstance instance) {
    return new DatabaseInstance(
        instance.dbInstanceIdentifier(),
        orEmpty(instance.dbInstanceArn()),
        orEmpty(instance.dbInstanceStatus()),
        orEmpty(instance.engineVersion()),
        orEmpty(instance.dbInstanceClass()),
        orZero(instance.allocatedStorage()),
        Optional.ofNullable(instance.maxAllocatedStorage()),
        orEmpty(instance.storageType()),
        orZero(instance.iops()),
        isTrue(instance.multiAZ()),
        orZero(instance.backupRetentionPeriod()),
        orEmpty(instance.preferredBackupWindow()),
        orEmpty(instance.preferredMaintenanceWindow()),
        isTrue(instance.deletionProtection()),
        parameterGroup(instance),
        awaitsRestart(instance),
        orEmpty(instance.caCertificateIdentifier()),
        insights(instance),
        subnetGroup(instance.dbSubnetGroup()),
        new InstanceSwitches(
            isTrue(instance.publiclyAccessible()),
            isTrue(instance.copyTagsToSnapshot()),
            isTrue(instance.autoMinorVersionUpgrade())),
        origin(instance),
        address(instance),
        pending(instance.pendingModifiedValues()),
        DatabaseTags.from(instance.tagList()));
  }

  private static InstanceOrigin origin(DBInstance instance) {
    var group = instance.dbSubnetGroup();
    return new InstanceOrigin(
        orEmpty(instance.engine()),
        isTrue(instance.storageEncrypted()),
        group == null ? "" : orEmpty(group.vpcId()),
        orEmpty(instance.masterUsername()),
        Optional.ofNullable(instance.dbName()).filter(name -> !name.isEmpty()),
        instance.readReplicaSourceDBInstanceIdentifier() != null,
        instance.masterUserSecret() != null,
        Optional.ofNullable(instance.kmsKeyId()).filter(key -> !key.isEmpty()),
        Optional.ofNullable(instance.instanceCreateTime()),
        surroundings(instance));
  }

  private static InstanceSurroundings surroundings(DBInstance instance) {
    return new InstanceSurroundings(
        instance.vpcSecurityGroups().stream()
            .filter(group -> !LEAVING.equals(group.status()))
            .map(VpcSecurityGroupMembership::vpcSecurityGroupId)
            .filter(Objects::nonNull)
            .toList(),
        isTrue(instance.iamDatabaseAuthenticationEnabled()),
        instance.enabledCloudwatchLogsExports(),
        instance.readReplicaDBInstanceIdentifiers());
  }

  private static String parameterGroup(DBInstance instance) {
    return instance.dbParameterGroups().stream()
        .findFirst()
        .map(DBParameterGroupStatus::dbParameterGroupName)
        .orElse("");
  }

  private static boolean awaitsRestart(DBInstance instance) {
    return instance.dbParameterGroups().stream()
        .map(DBParameterGroupStatus::parameterApplyStatus)
        .anyMatch("pending-reboot"::equals);
  }

  private static Optional<Integer> insights(DBInstance instance) {
    return isTrue(instance.performanceInsightsEnabled())
        ? Optional.of(orZero(instance.performanceInsightsRetentionPeriod()))
        : Optional.empty();
  }

  private static String subnetGroup(@Nullable DBSubnetGroup group) {
    return group == null ? "" : orEmpty(group.dbSubnetGroupName());
  }

  private static Optional<Endpoint> address(DBInstance instance) {
    var found = instance.endpoint();
    return found == null ? Optional.empty() : endpoint(found.address(), found.port());
  }

  private static DatabaseInstance.Pending pending(@Nullable PendingModifiedValues values) {
    if (values == null) {
      return DatabaseInstance.Pending.none();
    }
    return new DatabaseInstance.Pending(
        Optional.ofNullable(values.dbInstanceClass()),
        Optional.ofNullable(values.allocatedStorage()),
        Optional.ofNullable(values.storageType()),
        Optional.ofNullable(values.iops()),
        Optional.ofNullable(values.engineVersion()),
        Optional.ofNullable(values.multiAZ()),
        Optional.ofNullable(values.backupRetentionPeriod()),
        Optional.ofNullable(values.caCertificateIdentifier()),
        hasOthers(values));
  }

  /** A pending password is the operator's own, and applied at once whatever else is told. */
  private static boolean hasOthers(PendingModifiedValues values) {
    var others =
        values.toBuilder()
            .dbInstanceClass(null)
            .allocatedStorage(null)
            .storageType(null)
            .iops(null)
            .engineVersion(null)
            .multiAZ(null)
            .backupRetentionPeriod(null)
            .caCertificateIdentifier(null)
            .masterUserPassword(null)
            .build();
    return !others.equals(PendingModifiedValues.builder().build());
  }
}
