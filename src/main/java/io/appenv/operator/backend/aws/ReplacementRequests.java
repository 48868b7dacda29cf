package io.appenv.operator.backend.aws;

import io.appenv.operator.model.DatabaseAction.CopySnapshot;
import io.appenv.operator.model.DatabaseAction.RenameInstance;
import io.appenv.operator.model.DatabaseAction.RestoreInstance;
import io.appenv.operator.model.Endpoint;
import software.amazon.awssdk.services.rds.model.CopyDbSnapshotRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.RestoreDbInstanceFromDbSnapshotRequest;

/** Builds the requests by which a copy takes the place of an instance. */
final class ReplacementRequests {

  private ReplacementRequests() {}

  /** Without ApplyImmediately it would wait for the maintenance window. */
  static ModifyDbInstanceRequest rename(RenameInstance action) {
    return ModifyDbInstanceRequest.builder()
        .dbInstanceIdentifier(action.identifier())
        .newDBInstanceIdentifier(action.other())
        .applyImmediately(true)
        .build();
  }

  static CopyDbSnapshotRequest copy(CopySnapshot action) {
    return CopyDbSnapshotRequest.builder()
        .sourceDBSnapshotIdentifier(action.snapshot())
        .targetDBSnapshotIdentifier(action.copy())
        .kmsKeyId(action.kmsKeyId())
        .tags(DatabaseTags.of(action.tags()))
        .build();
  }

  /** RDS gives a copy its defaults where it is not told what the other one had. */
  static RestoreDbInstanceFromDbSnapshotRequest restore(RestoreInstance action) {
    var desired = action.desired();
    var like = action.likeness();
    var surroundings = like.origin().surroundings();
    var request =
        RestoreDbInstanceFromDbSnapshotRequest.builder()
            .dbInstanceIdentifier(desired.identifier())
            .dbSnapshotIdentifier(action.snapshot())
            .dbInstanceClass(like.instanceClass())
            .multiAZ(like.multiAz())
            .storageType(like.storageType())
            .dbSubnetGroupName(like.subnetGroup())
            .dbParameterGroupName(like.parameterGroup())
            .vpcSecurityGroupIds(surroundings.securityGroups())
            .publiclyAccessible(false)
            .autoMinorVersionUpgrade(like.switches().autoMinorVersionUpgrade())
            .copyTagsToSnapshot(like.switches().copyTagsToSnapshot())
            .enableIAMDatabaseAuthentication(surroundings.iamAuthentication())
            .enableCloudwatchLogsExports(surroundings.exportedLogs())
            .deletionProtection(desired.deletionProtection())
            .tags(DatabaseTags.of(action.tags()));
    like.endpoint().map(Endpoint::port).ifPresent(request::port);
    if (takesIops(like.storageType())) {
      request.iops(like.iops());
    }
    if (!like.caCertificate().isEmpty()) {
      request.caCertificateIdentifier(like.caCertificate());
    }
    return request.build();
  }

  /** Of gp3 the snapshot brings them along; RDS refuses them below 400 GiB. */
  private static boolean takesIops(String storageType) {
    return storageType.equals("io1") || storageType.equals("io2");
  }
}
