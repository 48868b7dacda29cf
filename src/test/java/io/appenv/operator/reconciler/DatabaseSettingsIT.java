package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.MaintenanceWindows;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.DBInstance;

/** Settings of a live database that each have a way of their own in RDS. */
@WithOperator
class DatabaseSettingsIT {

  private static AwsView aws;

  @BeforeAll
  static void look(Sandbox sandbox) {
    aws = new AwsView(sandbox);
  }

  @AfterAll
  static void close() {
    aws.close();
  }

  @Test
  void staticParametersAreRestartedForInTheWindowAndTakenBack(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    environment.awaitReady();
    environment.patchSpec(
        """
        operations: {maintenanceWindow: {window: '%s'}}
        database: {parameters: {work_mem: "65536", max_connections: "200"}}
        """
            .formatted(MaintenanceWindows.tomorrow()));
    environment.await(
        "the parameters", _ -> parameter(environment, "work_mem").equals(Optional.of("65536")));
    assertThat(parameter(environment, "max_connections")).contains("200");
    var told = environment.awaitReason("DatabaseReady", "PendingMaintenance");
    assertThat(told.getMessage()).contains("the restart that changed parameters wait for");
    environment.awaitReady();
    assertThat(applyStatus(environment)).isEqualTo("pending-reboot");

    environment.patchSpec(
        "operations: {maintenanceWindow: {window: '%s'}}".formatted(MaintenanceWindows.open()));
    environment.await("the restart", _ -> applyStatus(environment).equals("in-sync"));
    environment.awaitReady();

    environment.patchSpec("database: {parameters: {work_mem: null, max_connections: \"200\"}}");
    environment.await(
        "the default again", _ -> parameter(environment, "work_mem").equals(Optional.of("4096")));
    environment.awaitReady();
    assertThat(parameter(environment, "max_connections")).contains("200");
    environment.delete();
    environment.awaitGone();
  }

  @Test
  void theVolumeAndTheAuthorityChange(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    environment.awaitReady();
    environment.patchSpec(
        "database: {storageType: io2, iops: 5000, caCertificate: rds-ca-ecc384-g1}");
    environment.await(
        "the volume",
        _ -> database(environment).storageType().equals("io2") && iops(environment) == 5_000);
    environment.awaitReason("DatabaseReady", "PendingMaintenance");
    sandbox.emulation().openMaintenanceWindow();
    environment.await(
        "the authority",
        _ -> database(environment).caCertificateIdentifier().equals("rds-ca-ecc384-g1"));
    environment.awaitReady();
    environment.delete();
    environment.awaitGone();
  }

  @Test
  void aParameterThatDoesNotExistIsNamedAndTakenOutAgain(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    environment.awaitReady();
    environment.patchSpec("database: {parameters: {wrok_mem: \"65536\"}}");
    var told = environment.awaitReason("DatabaseReady", "InvalidRequest");
    assertThat(told.getMessage())
        .contains("wrok_mem", "aws rds describe-engine-default-parameters");

    environment.patchSpec("database: {parameters: {wrok_mem: null}}");
    environment.awaitReady();
    environment.delete();
    environment.awaitGone();
  }

  private static DBInstance database(EnvironmentUnderTest environment) {
    return aws.instance(environment.awsPrefix()).orElseThrow();
  }

  private static int iops(EnvironmentUnderTest environment) {
    return Objects.requireNonNullElse(database(environment).iops(), 0);
  }

  private static String applyStatus(EnvironmentUnderTest environment) {
    return database(environment).dbParameterGroups().getFirst().parameterApplyStatus();
  }

  private static Optional<String> parameter(EnvironmentUnderTest environment, String name) {
    return aws
        .rds()
        .describeDBParametersPaginator(
            request ->
                request.dbParameterGroupName(
                    database(environment).dbParameterGroups().getFirst().dbParameterGroupName()))
        .parameters()
        .stream()
        .filter(it -> it.parameterName().equals(name))
        .map(it -> it.parameterValue())
        .findFirst();
  }
}
