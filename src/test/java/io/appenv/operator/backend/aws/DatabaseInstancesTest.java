package io.appenv.operator.backend.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.Endpoint;
import io.appenv.operator.model.InstanceSwitches;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.PendingModifiedValues;

class DatabaseInstancesTest {

  @Test
  void anAvailableInstanceIsTranslatedFieldByField() {
    var seen =
        DatabaseInstances.from(
            DBInstance.builder()
                .dbInstanceIdentifier("appenv-shop")
                .dbInstanceArn("arn")
                .dbInstanceStatus("available")
                .engineVersion("17.4")
                .dbInstanceClass("db.t3.medium")
                .allocatedStorage(100)
                .storageType("gp3")
                .iops(3000)
                .multiAZ(true)
                .backupRetentionPeriod(7)
                .preferredBackupWindow("17:00-18:00")
                .preferredMaintenanceWindow("sun:18:30-sun:19:30")
                .deletionProtection(true)
                .publiclyAccessible(true)
                .copyTagsToSnapshot(false)
                .autoMinorVersionUpgrade(true)
                .dbParameterGroups(
                    group ->
                        group
                            .dbParameterGroupName("parameters")
                            .parameterApplyStatus("pending-reboot"))
                .caCertificateIdentifier("rds-ca-2019")
                .performanceInsightsEnabled(true)
                .performanceInsightsRetentionPeriod(62)
                .dbSubnetGroup(group -> group.dbSubnetGroupName("subnets"))
                .endpoint(endpoint -> endpoint.address("db.example").port(5432))
                .pendingModifiedValues(values -> values.dbInstanceClass("db.t3.large"))
                .tagList(tag -> tag.key("appenv.io/uid").value("uid-1"))
                .build());

    assertThat(seen.identifier()).isEqualTo("appenv-shop");
    assertThat(seen.arn()).isEqualTo("arn");
    assertThat(seen.status()).isEqualTo("available");
    assertThat(seen.engineVersion()).isEqualTo("17.4");
    assertThat(seen.instanceClass()).isEqualTo("db.t3.medium");
    assertThat(seen.storageGib()).isEqualTo(100);
    assertThat(seen.storageType()).isEqualTo("gp3");
    assertThat(seen.iops()).isEqualTo(3000);
    assertThat(seen.multiAz()).isTrue();
    assertThat(seen.backupRetentionDays()).isEqualTo(7);
    assertThat(seen.backupWindow()).isEqualTo("17:00-18:00");
    assertThat(seen.maintenanceWindow()).isEqualTo("sun:18:30-sun:19:30");
    assertThat(seen.deletionProtection()).isTrue();
    assertThat(seen.switches()).isEqualTo(new InstanceSwitches(true, false, true));
    assertThat(seen.parameterGroup()).isEqualTo("parameters");
    assertThat(seen.awaitsRestart()).isTrue();
    assertThat(seen.performanceInsightsDays()).contains(62);
    assertThat(seen.caCertificate()).isEqualTo("rds-ca-2019");
    assertThat(seen.subnetGroup()).isEqualTo("subnets");
    assertThat(seen.endpoint()).contains(new Endpoint("db.example", 5432));
    assertThat(seen.pending().instanceClass()).contains("db.t3.large");
    assertThat(seen.pending().storageGib()).isEmpty();
    assertThat(seen.tags()).containsEntry("appenv.io/uid", "uid-1");
  }

  @Test
  void whateverElseIsPendingCountsButThePassword() {
    var port = pending(PendingModifiedValues.builder().port(5433).build());
    assertThat(port.others()).isTrue();
    assertThat(port.isEmpty()).isFalse();
    var iops = pending(PendingModifiedValues.builder().iops(12_000).build());
    assertThat(iops.iops()).contains(12_000);
    assertThat(iops.others()).isFalse();
    var authority =
        pending(
            PendingModifiedValues.builder().caCertificateIdentifier("rds-ca-ecc384-g1").build());
    assertThat(authority.caCertificate()).contains("rds-ca-ecc384-g1");
    assertThat(authority.others()).isFalse();
    assertThat(pending(PendingModifiedValues.builder().masterUserPassword("****").build()))
        .isEqualTo(DatabaseInstance.Pending.none());
    var retention = pending(PendingModifiedValues.builder().backupRetentionPeriod(0).build());
    assertThat(retention.backupRetentionDays()).contains(0);
    assertThat(retention.others()).isFalse();
    assertThat(retention.isEmpty()).isFalse();
  }

  private static DatabaseInstance.Pending pending(PendingModifiedValues values) {
    return DatabaseInstances.from(
            DBInstance.builder()
                .dbInstanceIdentifier("appenv-shop")
                .pendingModifiedValues(values)
                .build())
        .pending();
  }

  @Test
  void anInstanceBeingCreatedHasNoEndpointYet() {
    var seen =
        DatabaseInstances.from(
            DBInstance.builder()
                .dbInstanceIdentifier("appenv-shop")
                .dbInstanceStatus("creating")
                .endpoint(endpoint -> endpoint.port(5432))
                .build());

    assertThat(seen.endpoint()).isEmpty();
    assertThat(seen.performanceInsightsDays()).isEmpty();
    assertThat(seen.pending()).isEqualTo(DatabaseInstance.Pending.none());
    assertThat(seen.tags()).isEmpty();
  }
}
