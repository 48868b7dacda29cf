package io.appenv.operator.backend.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.DatabaseAction.CopySnapshot;
import io.appenv.operator.model.DatabaseAction.RenameInstance;
import io.appenv.operator.model.DatabaseAction.RestoreInstance;
import io.appenv.operator.model.DatabaseInstance;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.RestoreDbInstanceFromDbSnapshotRequest;
import software.amazon.awssdk.services.rds.model.Tag;

/** A copy is like the replaced instance only in what RDS is told. */
class ReplacementRequestsTest {

  private static final Map<String, String> TAGS = Map.of("appenv.io/uid", "uid-1");

  @Test
  void aRenamingDoesNotWaitForTheWindow() {
    var request = ReplacementRequests.rename(new RenameInstance("shop", "shop-former"));

    assertThat(request.dbInstanceIdentifier()).isEqualTo("shop");
    assertThat(request.newDBInstanceIdentifier()).isEqualTo("shop-former");
    assertThat(request.applyImmediately()).isTrue();
  }

  @Test
  void aCopyHasTheOtherKeyAndItsOwner() {
    var request =
        ReplacementRequests.copy(new CopySnapshot("shop-1", "shop-1-copy", "a-key", TAGS));

    assertThat(request.sourceDBSnapshotIdentifier()).isEqualTo("shop-1");
    assertThat(request.targetDBSnapshotIdentifier()).isEqualTo("shop-1-copy");
    assertThat(request.kmsKeyId()).isEqualTo("a-key");
    assertThat(request.tags()).containsExactly(tag());
  }

  @Test
  void whatIsRestoredIsLikeTheReplacedOne() {
    var request = restored(seen("gp3").build());

    assertThat(request.dbInstanceIdentifier()).isEqualTo("appenv-shop-production");
    assertThat(request.dbSnapshotIdentifier()).isEqualTo("shop-1-copy");
    assertThat(request.dbInstanceClass()).isEqualTo("db.m6g.large");
    assertThat(request.multiAZ()).isTrue();
    assertThat(request.storageType()).isEqualTo("gp3");
    assertThat(request.dbSubnetGroupName()).isEqualTo("their-subnets");
    assertThat(request.dbParameterGroupName()).isEqualTo("their-parameters");
    assertThat(request.vpcSecurityGroupIds()).containsExactly("sg-1", "sg-2");
    assertThat(request.enableIAMDatabaseAuthentication()).isTrue();
    assertThat(request.enableCloudwatchLogsExports()).containsExactly("postgresql");
    assertThat(request.caCertificateIdentifier()).isEqualTo("rds-ca-ecc384-g1");
    assertThat(request.autoMinorVersionUpgrade()).isTrue();
    assertThat(request.copyTagsToSnapshot()).isTrue();
    assertThat(request.port()).isEqualTo(5433);
    assertThat(request.publiclyAccessible()).isFalse();
    assertThat(request.deletionProtection()).isTrue();
    assertThat(request.tags()).containsExactly(tag());
  }

  /** RDS refuses IOPS of small gp3 volumes, and demands them of io1 and io2. */
  @Test
  void iopsAreNamedWhereTheyAreProvisioned() {
    assertThat(restored(seen("gp3").build()).iops()).isNull();
    assertThat(restored(seen("io2").build()).iops()).isEqualTo(4000);
    assertThat(restored(seen("io1").build()).iops()).isEqualTo(4000);
  }

  private static RestoreDbInstanceFromDbSnapshotRequest restored(DBInstance seen) {
    DatabaseInstance like = DatabaseInstances.from(seen);
    return ReplacementRequests.restore(
        new RestoreInstance(Samples.database(Set.of("subnet-1")), "shop-1-copy", like, TAGS));
  }

  private static DBInstance.Builder seen(String storageType) {
    return DBInstance.builder()
        .dbInstanceIdentifier("appenv-shop-production-former")
        .dbInstanceClass("db.m6g.large")
        .multiAZ(true)
        .storageType(storageType)
        .iops(4000)
        .dbSubnetGroup(group -> group.dbSubnetGroupName("their-subnets"))
        .dbParameterGroups(group -> group.dbParameterGroupName("their-parameters"))
        .vpcSecurityGroups(
            group -> group.vpcSecurityGroupId("sg-1"), group -> group.vpcSecurityGroupId("sg-2"))
        .iamDatabaseAuthenticationEnabled(true)
        .enabledCloudwatchLogsExports("postgresql")
        .caCertificateIdentifier("rds-ca-ecc384-g1")
        .autoMinorVersionUpgrade(true)
        .copyTagsToSnapshot(true)
        .endpoint(endpoint -> endpoint.address("db.example.com").port(5433));
  }

  private static Tag tag() {
    return Tag.builder().key("appenv.io/uid").value("uid-1").build();
  }
}
