package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.PlanStatus;
import io.appenv.operator.api.v1alpha1.PlannedActionStatus;
import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Call;
import io.appenv.operator.sandbox.wire.Fault;
import io.appenv.operator.sandbox.wire.Wire;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.MaintenanceWindows;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.DBInstance;

/** A live database goes to a later major version: plan, approval, window, snapshot, done. */
@WithOperator
class UpgradeIT {

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
  void anUpgradeIsWhatItsPlanSaid(Sandbox sandbox) {
    var environment = wanted(sandbox);
    var mark = sandbox.wires().recording().mark();
    var promised = plan(environment).actions();
    assertThat(promised)
        .extracting(PlannedActionStatus::reason)
        .contains("version 16.6 -> 17.7", "a snapshot that is kept, before version 16.6 -> 17.7");
    environment.approve();
    environment.awaitReason("DatabaseReady", "PendingMaintenance");
    assertThat(aws.databaseSnapshots(environment.awsPrefix())).isEmpty();
    assertThat(database(environment).engineVersion()).isEqualTo("16.6");

    openWindow(environment);
    awaitUpgraded(environment);
    assertThat(sandbox.wires().recording().since(mark))
        .filteredOn(entry -> isWriteOf(environment, entry.call()))
        .extracting(entry -> entry.call().operation())
        .containsExactlyElementsOf(promised.stream().map(PlannedActionStatus::action).toList());
    var group = database(environment).dbParameterGroups().getFirst();
    assertThat(group.dbParameterGroupName()).endsWith("-postgres17");
    assertThat(group.parameterApplyStatus()).isEqualTo("in-sync");
    assertThat(aws.groupNames(environment.awsPrefix())).noneMatch(it -> it.endsWith("-postgres16"));
    var snapshot = aws.databaseSnapshots(environment.awsPrefix()).getFirst();
    assertThat(snapshot.engineVersion()).isEqualTo("16.6");
    assertThat(environment.status().inventory())
        .anyMatch(row -> row.name().equals(snapshot.dbSnapshotIdentifier()));

    environment.delete();
    environment.awaitGone();
    assertThat(
            sandbox
                .admin()
                .configMaps()
                .inNamespace(environment.namespace())
                .withName(environment.name() + "-retained")
                .require()
                .getData())
        .containsKey("DBSnapshot." + snapshot.dbSnapshotIdentifier());
  }

  @Test
  void aClassThatDoesNotRunTheNewVersionIsToldBeforeAnythingIsMade(Sandbox sandbox) {
    var environment =
        EnvironmentUnderTest.ofOverlay(
            sandbox.admin(),
            "production",
            "spec: {database: {version: \"16\", instanceClass: db.m4.large}}");
    environment.awaitReady();
    var mark = sandbox.wires().recording().mark();

    environment.patchSpec("database: {version: \"17\"}");
    assertThat(environment.awaitReason("DatabaseReady", "ChangeRefused").getMessage())
        .contains("PostgreSQL 17.7 on db.m4.large", "describe-orderable-db-instance-options");
    assertThat(sandbox.wires().recording().since(mark))
        .noneMatch(entry -> isWriteOf(environment, entry.call()));

    environment.patchSpec("database: {version: \"16\"}");
    environment.awaitReady();
    environment.delete();
    environment.awaitGone();
  }

  @Test
  void oneThatAwsCannotMakeIsToldOfAndNotTriedAgain(Sandbox sandbox) {
    var environment = wanted(sandbox);
    var mark = sandbox.wires().recording().mark();
    sandbox.emulation().failUpgradesOf(database(environment).dbInstanceIdentifier());
    environment.approve();
    openWindow(environment);

    var told = environment.awaitReason("DatabaseReady", "UpgradeFailed");
    assertThat(told.getMessage()).contains("runs 16.6 as before", "aws rds describe-events");
    assertThat(sandbox.wires().recording().since(mark))
        .filteredOn(entry -> isUpgrade(environment, entry.call()))
        .hasSize(1);
    assertThat(aws.databaseSnapshots(environment.awsPrefix())).hasSize(1);

    environment.patchSpec("database: {version: \"16\"}");
    environment.awaitReady();
    assertThat(aws.groupNames(environment.awsPrefix())).noneMatch(it -> it.endsWith("-postgres17"));
    environment.delete();
    environment.awaitGone();
  }

  @Test
  void anOperatorThatDiesWithTheCallOnItsWayGoesOnFromThere(
      Sandbox sandbox, RunningOperator operator) {
    var environment = wanted(sandbox);
    var mark = sandbox.wires().recording().mark();
    var name = database(environment).dbInstanceIdentifier();
    var death =
        new Fault.After(
            () -> {
              sandbox.emulation().databases().report(name, "upgrading");
              operator.crash(List.of());
            });
    try (var rule = sandbox.wires().faults().once(call -> isUpgrade(environment, call), death)) {
      environment.approve();
      openWindow(environment);
      environment.await(
          "the tag of an upgrade that is under way",
          _ ->
              database(environment).tagList().stream()
                  .anyMatch(tag -> tag.key().equals("appenv.io/upgraded-with")));
      sandbox.emulation().databases().clear(name);
      awaitUpgraded(environment);
      assertThat(rule.applied()).isEqualTo(1);
    }
    assertThat(sandbox.wires().recording().since(mark))
        .filteredOn(entry -> isUpgrade(environment, entry.call()))
        .hasSize(1);
    assertThat(aws.databaseSnapshots(environment.awsPrefix())).hasSize(1);
    environment.delete();
    environment.awaitGone();
  }

  /** An environment of version 16 that wants 17, and may have it tomorrow. */
  private static EnvironmentUnderTest wanted(Sandbox sandbox) {
    var environment =
        EnvironmentUnderTest.ofOverlay(
            sandbox.admin(), "production", "spec: {database: {version: \"16\"}}");
    environment.awaitReady();
    environment.patchSpec(
        """
        operations: {maintenanceWindow: {window: '%s'}}
        database: {version: "17"}
        """
            .formatted(MaintenanceWindows.tomorrow()));
    environment.awaitReason("DatabaseReady", "ApprovalRequired");
    return environment;
  }

  private static PlanStatus plan(EnvironmentUnderTest environment) {
    return Optional.ofNullable(environment.status().plan()).orElseThrow();
  }

  private static void openWindow(EnvironmentUnderTest environment) {
    environment.patchSpec(
        "operations: {maintenanceWindow: {window: '%s'}}".formatted(MaintenanceWindows.open()));
  }

  private static void awaitUpgraded(EnvironmentUnderTest environment) {
    environment.await(
        "the later version", _ -> database(environment).engineVersion().equals("17.7"));
    environment.await(
        "the former group to go",
        _ ->
            aws.groupNames(environment.awsPrefix()).stream()
                .noneMatch(it -> it.endsWith("-postgres16")));
    environment.awaitReady();
  }

  private static boolean isWriteOf(EnvironmentUnderTest environment, Call call) {
    return call.wire() == Wire.AWS
        && call.isWrite()
        && call.signature().contains(environment.awsPrefix());
  }

  private static boolean isUpgrade(EnvironmentUnderTest environment, Call call) {
    return call.operation().equals("ModifyDBInstance")
        && call.parameters().containsKey("AllowMajorVersionUpgrade")
        && call.parameters()
            .getOrDefault("DBInstanceIdentifier", "")
            .startsWith(environment.awsPrefix());
  }

  private static DBInstance database(EnvironmentUnderTest environment) {
    return aws.instance(environment.awsPrefix()).orElseThrow();
  }
}
