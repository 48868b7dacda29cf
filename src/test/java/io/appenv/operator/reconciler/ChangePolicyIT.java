package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.appenv.operator.api.v1alpha1.ApprovalStatus;
import io.appenv.operator.api.v1alpha1.PlanStatus;
import io.appenv.operator.api.v1alpha1.PlannedActionStatus;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Recording;
import io.appenv.operator.sandbox.wire.Wire;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.MaintenanceWindows;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.PendingModifiedValues;

/** The owner of an environment decides which changes are made, and when a person is asked. */
@WithOperator
class ChangePolicyIT {

  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final String OTHER_IMAGE = "registry.example.com/shop/backend:1.0.1";
  private static final String OTHER_TIERS =
      """
      - {op: replace, path: /spec/tiers/1/image, value: "%s"}
      - {op: replace, path: /spec/tiers/0/scaling/max, value: 5}
      """
          .formatted(OTHER_IMAGE);

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
  void whatInterruptsWaitsForApprovalAndThenForTheWindow(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    environment.awaitReady();
    environment.patchSpec(
        """
        operations: {changes: ApproveDisruptive}
        database: {instanceClass: db.t3.large, backup: {pointInTime: 8d}}
        """);
    environment.awaitReason("DatabaseReady", "ApprovalRequired");
    environment.await(
        "the harmless change to be made", _ -> database(environment).backupRetentionPeriod() == 8);
    var waiting = environment.awaitReason("DatabaseReady", "ApprovalRequired");
    var action = plan(environment).actions().getFirst();
    assertThat(action.reason()).isEqualTo("instanceClass db.t3.medium -> db.t3.large");
    assertThat(action.interruption()).contains("failover");
    assertThat(action.when()).isEqualTo("after approval");
    assertThat(waiting.getMessage()).contains("appenv.io/approve=" + plan(environment).hash());
    assertThat(pendingClass(environment)).isEmpty();

    environment.annotate("appenv.io/approve", plan(environment).hash());
    environment.await(
        "AWS to have taken the change",
        _ -> pendingClass(environment).equals(Optional.of("db.t3.large")));
    environment.awaitReason("DatabaseReady", "PendingMaintenance");
    sandbox.emulation().openMaintenanceWindow();
    environment.await(
        "the larger class", _ -> database(environment).dbInstanceClass().equals("db.t3.large"));
    environment.awaitReady();
    assertThat(environment.status().approvals())
        .singleElement()
        .satisfies(approval -> assertThat(approval.actions()).as("what is left").isEmpty());
    environment.delete();
    environment.awaitGone();
  }

  @Test
  void nothingIsCreatedBeforeItIsApproved(Sandbox sandbox) {
    var mark = sandbox.wires().recording().mark();
    var environment =
        EnvironmentUnderTest.ofOverlay(
            sandbox.admin(), "production", "spec: {operations: {changes: ApproveAll}}");
    environment.awaitReason("DatabaseReady", "ApprovalRequired");
    environment.awaitReason("CacheReady", "ApprovalRequired");
    environment.awaitReason("WorkloadsReady", "ApprovalRequired");
    assertThat(awsWrites(sandbox, mark, environment)).isEmpty();
    assertThat(deployments(sandbox, environment)).isEmpty();
    var promised = plan(environment);

    environment.patchSpec("operations: {approve: %s}".formatted(promised.hash()));
    environment.awaitReady();

    assertThat(awsWrites(sandbox, mark, environment))
        .extracting(entry -> entry.call().operation())
        .containsExactlyInAnyOrderElementsOf(
            promised.actions().stream()
                .map(PlannedActionStatus::action)
                .filter(action -> !action.equals("CreateDeployment"))
                .toList());
    changesOfTiersWaitForApproval(sandbox, environment);
    environment.delete();
    environment.awaitGone();
  }

  private static void changesOfTiersWaitForApproval(
      Sandbox sandbox, EnvironmentUnderTest environment) {
    environment.patchJson(OTHER_TIERS);
    environment.awaitReason("WorkloadsReady", "ApprovalRequired");
    assertThat(plan(environment).actions())
        .extracting(PlannedActionStatus::action, PlannedActionStatus::target)
        .containsExactly(
            tuple("ModifyAutoscaler", "production-frontend"),
            tuple("RollOutDeployment", "production-backend"));
    assertThat(images(sandbox, environment)).doesNotContain(OTHER_IMAGE);

    environment.annotate("appenv.io/approve", plan(environment).hash());
    environment.awaitReady();
    assertThat(images(sandbox, environment)).contains(OTHER_IMAGE);
    assertThat(environment.status().plan()).isNull();
  }

  @Test
  void aPlanIsOnlyShown(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    environment.awaitReady();
    var mark = sandbox.wires().recording().mark();
    environment.patchSpec(
        """
        operations: {changes: PlanOnly}
        database: {storage: 120Gi}
        cache: {nodes: 3}
        """);
    environment.patchJson(OTHER_TIERS);
    environment.awaitReason("DatabaseReady", "PlanOnly");
    environment.awaitReason("CacheReady", "PlanOnly");
    environment.awaitReason("WorkloadsReady", "PlanOnly");
    environment.annotate("appenv.io/approve", plan(environment).hash());
    environment.delete();
    environment.await(
        "the deletion to wait",
        it -> String.valueOf(it.getStatus()).contains("is PlanOnly, so nothing is deleted"));
    assertThat(awsWrites(sandbox, mark, environment)).isEmpty();
    assertThat(images(sandbox, environment)).isNotEmpty().doesNotContain(OTHER_IMAGE);

    environment.patchSpec("operations: {changes: Auto}");
    environment.awaitGone();
  }

  /** AWS is not told of the window, and nobody but the clock opens it. */
  @Test
  void whatInterruptsIsMadeWhenTheWindowOfTheEnvironmentOpens(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    environment.awaitReady();
    var tomorrow = ZonedDateTime.now(TOKYO).plusDays(1);
    environment.patchSpec(
        """
        operations: {maintenanceWindow: {window: '%s', timeZone: Asia/Tokyo}}
        database: {instanceClass: db.t3.large}
        cache: {nodeType: cache.t3.small}
        """
            .formatted(MaintenanceWindows.from(tomorrow)));
    var told = environment.awaitReason("DatabaseReady", "PendingMaintenance");
    environment.awaitReason("CacheReady", "PendingMaintenance");
    environment.awaitReady();
    assertThat(told.getMessage())
        .contains("instanceClass db.t3.medium -> db.t3.large")
        .contains("opens at " + tomorrow.toLocalDate());
    assertThat(plan(environment).windowOpens())
        .isEqualTo(tomorrow.truncatedTo(ChronoUnit.MINUTES).toInstant().toString());
    assertThat(pendingClass(environment)).isEmpty();
    assertThat(database(environment).dbInstanceClass()).isEqualTo("db.t3.medium");

    var nextMinute = ZonedDateTime.now(TOKYO).plusMinutes(1);
    environment.patchSpec(
        "operations: {maintenanceWindow: {window: '%s', timeZone: Asia/Tokyo}}"
            .formatted(MaintenanceWindows.from(nextMinute)));
    environment.await(
        "the larger class", _ -> database(environment).dbInstanceClass().equals("db.t3.large"));
    assertThat(Instant.now()).isAfter(nextMinute.truncatedTo(ChronoUnit.MINUTES).toInstant());
    environment.await(
        "the smaller nodes",
        _ ->
            aws.group(environment.awsPrefix())
                .orElseThrow()
                .cacheNodeType()
                .equals("cache.t3.small"));
    environment.awaitReady();
    environment.delete();
    environment.awaitGone();
  }

  /** Of a plan that was approved already, and waits for its window. */
  @Test
  void anEmergencyIsDoneAtOnceAndRecorded(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    environment.awaitReady();
    environment.patchSpec(
        """
        operations: {changes: ApproveDisruptive,
                     maintenanceWindow: {window: '%s', timeZone: Asia/Tokyo}}
        database: {instanceClass: db.t3.large}
        """
            .formatted(MaintenanceWindows.from(ZonedDateTime.now(TOKYO).plusDays(1))));
    environment.await("a plan to be approved", it -> it.getStatus().plan() != null);
    environment.patchSpec("operations: {approve: '%s'}".formatted(plan(environment).hash()));
    environment.awaitReason("DatabaseReady", "PendingMaintenance");
    environment.patchSpec(
        "operations: {emergency: {plan: %s, reason: out of memory}}"
            .formatted(plan(environment).hash()));
    environment.await(
        "the larger class", _ -> database(environment).dbInstanceClass().equals("db.t3.large"));
    environment.awaitReady();
    assertThat(environment.status().approvals())
        .extracting(ApprovalStatus::emergency)
        .containsExactly(null, "out of memory");
    assertThat(environment.events())
        .filteredOn(event -> event.startsWith("Emergency: "))
        .singleElement()
        .asString()
        .endsWith(": out of memory");
    environment.delete();
    environment.awaitGone();
  }

  @Test
  void anEmergencyHurriesWhatAwsHoldsForItsOwnWindow(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    environment.awaitReady();
    environment.patchSpec("database: {instanceClass: db.t3.large}");
    environment.await("the pending class", _ -> pendingClass(environment).isPresent());
    environment.awaitReason("DatabaseReady", "PendingMaintenance");
    assertThat(plan(environment).actions())
        .extracting(PlannedActionStatus::when)
        .containsExactly("in the maintenance window, accepted by AWS");
    assertThat(Instant.parse(plan(environment).windowOpens()))
        .isBefore(Instant.now().plus(7, ChronoUnit.DAYS));

    environment.patchSpec(
        "operations: {emergency: {plan: %s, reason: out of memory}}"
            .formatted(plan(environment).hash()));
    environment.await(
        "the larger class", _ -> database(environment).dbInstanceClass().equals("db.t3.large"));
    environment.awaitReady();
    assertThat(environment.status().plan()).isNull();
    environment.delete();
    environment.awaitGone();
  }

  private static List<Deployment> deployments(Sandbox sandbox, EnvironmentUnderTest environment) {
    return sandbox
        .admin()
        .apps()
        .deployments()
        .inNamespace(environment.namespace())
        .list()
        .getItems();
  }

  private static List<String> images(Sandbox sandbox, EnvironmentUnderTest environment) {
    return deployments(sandbox, environment).stream()
        .flatMap(it -> it.getSpec().getTemplate().getSpec().getContainers().stream())
        .map(Container::getImage)
        .toList();
  }

  private static PlanStatus plan(EnvironmentUnderTest environment) {
    return Objects.requireNonNull(environment.status().plan());
  }

  private static DBInstance database(EnvironmentUnderTest environment) {
    return aws.instance(environment.awsPrefix()).orElseThrow();
  }

  private static Optional<String> pendingClass(EnvironmentUnderTest environment) {
    return Optional.ofNullable(database(environment).pendingModifiedValues())
        .map(PendingModifiedValues::dbInstanceClass);
  }

  private static List<Recording.Entry> awsWrites(
      Sandbox sandbox, long mark, EnvironmentUnderTest environment) {
    return sandbox.wires().recording().writesSince(mark).stream()
        .filter(entry -> entry.call().wire() == Wire.AWS)
        .filter(entry -> entry.call().signature().contains(environment.awsPrefix()))
        .toList();
  }
}
