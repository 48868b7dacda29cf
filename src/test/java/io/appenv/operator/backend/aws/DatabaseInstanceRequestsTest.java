package io.appenv.operator.backend.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.DatabaseAction.CreateInstance;
import io.appenv.operator.model.DatabaseAction.DeleteInstance;
import io.appenv.operator.model.DatabaseAction.ModifyInstance;
import io.appenv.operator.model.DatabaseAction.UpgradeInstance;
import io.appenv.operator.model.InstanceSetting;
import io.appenv.operator.model.InstanceSwitches;
import io.appenv.operator.model.WeeklyWindow;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.Tag;

class DatabaseInstanceRequestsTest {

  @Test
  void anInstanceIsCreatedAsTheRequirementsSay() {
    var request =
        DatabaseInstanceRequests.create(
            new CreateInstance(Samples.database(Set.of("subnet-1"))), "a-password");

    assertThat(request.engine()).isEqualTo("postgres");
    assertThat(request.engineVersion()).isEqualTo("17");
    assertThat(request.autoMinorVersionUpgrade()).isTrue();
    assertThat(request.dbInstanceClass()).isEqualTo("db.t3.medium");
    assertThat(request.allocatedStorage()).isEqualTo(100);
    assertThat(request.storageEncrypted()).isTrue();
    assertThat(request.kmsKeyId()).isNull();
    assertThat(request.multiAZ()).isTrue();
    assertThat(request.publiclyAccessible()).isFalse();
    assertThat(request.backupRetentionPeriod()).isEqualTo(7);
    assertThat(request.preferredBackupWindow()).isEqualTo("17:00-18:00");
    assertThat(request.deletionProtection()).isTrue();
    assertThat(request.copyTagsToSnapshot()).isTrue();
    assertThat(request.masterUserPassword()).isEqualTo("a-password");
    assertThat(request.tags()).contains(Tag.builder().key("appenv.io/uid").value("uid-1").build());
  }

  @Test
  void anInstanceIsCreatedWithItsSecurityGroup() {
    var wanted = Samples.database(Set.of("subnet-1"));
    var own =
        DatabaseInstanceRequests.create(new CreateInstance(wanted, List.of("sg-1")), "secret");
    var usual = DatabaseInstanceRequests.create(new CreateInstance(wanted), "secret");

    assertThat(own.vpcSecurityGroupIds()).containsExactly("sg-1");
    assertThat(usual.hasVpcSecurityGroupIds()).as("none is named").isFalse();
  }

  @Test
  void aRequestDoesNotPrintItsPassword() {
    var request =
        DatabaseInstanceRequests.create(
            new CreateInstance(Samples.database(Set.of())), "a-password");

    assertThat(request.toString()).doesNotContain("a-password");
  }

  @Test
  void aModificationHoldsWhatChangesAndNothingElse() {
    var request =
        DatabaseInstanceRequests.modify(
            new ModifyInstance(
                "appenv-shop",
                List.of(
                    new InstanceSetting.DeletionProtection(false),
                    new InstanceSetting.SecurityGroups(List.of("sg-1", "sg-2"))),
                false));

    assertThat(request.deletionProtection()).isFalse();
    assertThat(request.vpcSecurityGroupIds()).containsExactly("sg-1", "sg-2");
    assertThat(request.applyImmediately()).isFalse();
    assertThat(request.dbInstanceClass()).isNull();
    assertThat(request.allocatedStorage()).isNull();
    assertThat(request.multiAZ()).isNull();
    assertThat(request.masterUserPassword()).isNull();
    assertThat(request.allowMajorVersionUpgrade()).isNull();
  }

  @Test
  void everyFieldOfAChangeIsSent() {
    var change =
        List.<InstanceSetting>of(
            new InstanceSetting.InstanceClass("db.t3.large"),
            new InstanceSetting.Storage(200),
            new InstanceSetting.MaxStorage(600),
            new InstanceSetting.StorageType("io2"),
            new InstanceSetting.Iops(12_000),
            new InstanceSetting.Version("17.4"),
            new InstanceSetting.MultiAz(false),
            new InstanceSetting.BackupRetention(14),
            new InstanceSetting.BackupWindow("01:00-02:00"),
            new InstanceSetting.MaintenanceWindow("mon:03:00-mon:04:00"),
            new InstanceSetting.DeletionProtection(true),
            new InstanceSetting.CaCertificate("rds-ca-rsa2048-g1"),
            new InstanceSetting.PerformanceInsights(Optional.of(62)),
            new InstanceSetting.Parameters("appenv-other"),
            new InstanceSetting.Switches(InstanceSwitches.of("17")));

    var request = DatabaseInstanceRequests.modify(new ModifyInstance("appenv-shop", change, true));

    assertThat(request.dbInstanceClass()).isEqualTo("db.t3.large");
    assertThat(request.allocatedStorage()).isEqualTo(200);
    assertThat(request.maxAllocatedStorage()).isEqualTo(600);
    assertThat(request.storageType()).isEqualTo("io2");
    assertThat(request.iops()).isEqualTo(12_000);
    assertThat(request.engineVersion()).isEqualTo("17.4");
    assertThat(request.multiAZ()).isFalse();
    assertThat(request.backupRetentionPeriod()).isEqualTo(14);
    assertThat(request.preferredBackupWindow()).isEqualTo("01:00-02:00");
    assertThat(request.preferredMaintenanceWindow()).isEqualTo("mon:03:00-mon:04:00");
    assertThat(request.deletionProtection()).isTrue();
    assertThat(request.dbParameterGroupName()).isEqualTo("appenv-other");
    assertThat(request.caCertificateIdentifier()).isEqualTo("rds-ca-rsa2048-g1");
    assertThat(request.enablePerformanceInsights()).isTrue();
    assertThat(request.performanceInsightsRetentionPeriod()).isEqualTo(62);
    assertThat(request.certificateRotationRestart()).as("as AWS has it").isNull();
    assertThat(request.publiclyAccessible()).isFalse();
    assertThat(request.copyTagsToSnapshot()).isTrue();
    assertThat(request.autoMinorVersionUpgrade()).isTrue();
    assertThat(request.applyImmediately()).isTrue();
  }

  @Test
  void performanceInsightsThatAreOffHaveNoRetention() {
    var request =
        DatabaseInstanceRequests.modify(
            new ModifyInstance(
                "appenv-shop",
                List.of(new InstanceSetting.PerformanceInsights(Optional.empty())),
                false));

    assertThat(request.enablePerformanceInsights()).isFalse();
    assertThat(request.performanceInsightsRetentionPeriod()).isNull();
  }

  @Test
  void aNewPasswordFlushesNoPendingChange() {
    var request = DatabaseInstanceRequests.resetPassword("appenv-shop", "a-password");

    assertThat(request.masterUserPassword()).isEqualTo("a-password");
    assertThat(request.applyImmediately()).isNull();
  }

  @Test
  void aDeletionTakesTheSnapshotUnlessNoneIsWanted() {
    var kept = DatabaseInstanceRequests.delete(new DeleteInstance("a", Optional.of("a-final")));
    var gone = DatabaseInstanceRequests.delete(new DeleteInstance("a", Optional.empty()));

    assertThat(kept.skipFinalSnapshot()).isFalse();
    assertThat(kept.finalDBSnapshotIdentifier()).isEqualTo("a-final");
    assertThat(gone.skipFinalSnapshot()).isTrue();
    assertThat(gone.finalDBSnapshotIdentifier()).isNull();
  }

  @Test
  void anUpgradeNamesTheGroupOfTheNewFamilyAndHappensAtOnce() {
    var window = WeeklyWindow.read("sun:18:30-sun:19:30", ZoneOffset.UTC).orElseThrow();
    var request =
        DatabaseInstanceRequests.upgrade(
            new UpgradeInstance("appenv-shop", "17.7", "appenv-shop-postgres17", true, window));
    assertThat(request)
        .isEqualTo(
            ModifyDbInstanceRequest.builder()
                .dbInstanceIdentifier("appenv-shop")
                .engineVersion("17.7")
                .allowMajorVersionUpgrade(true)
                .dbParameterGroupName("appenv-shop-postgres17")
                .autoMinorVersionUpgrade(true)
                .applyImmediately(true)
                .build());
  }
}
