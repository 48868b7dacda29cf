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
import io.appenv.operator.testing.EncryptionKeys;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.MaintenanceWindows;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.DBInstance;

/** A copy with another key takes the place of a live database, and nothing is lost on the way. */
@WithOperator
class ReplacementIT {

  private static AwsView aws;
  private static String before;
  private static String after;

  @BeforeAll
  static void look(Sandbox sandbox) {
    aws = new AwsView(sandbox);
    before = EncryptionKeys.create(sandbox);
    after = EncryptionKeys.create(sandbox);
  }

  @AfterAll
  static void close() {
    aws.close();
  }

  @Test
  void aReplacementIsWhatItsPlanSaidAndNobodyWritesMeanwhile(Sandbox sandbox) {
    var environment = wanted(sandbox);
    var secret = secret(sandbox, environment);
    var mark = sandbox.wires().recording().mark();
    var promised = plan(environment).actions();
    environment.approve();
    environment.awaitReason("DatabaseReady", "PendingMaintenance");
    assertThat(writes(sandbox, environment, mark)).isEmpty();
    var podsAtRenaming = new AtomicInteger(-1);
    var count =
        new Fault.Alter(
            (_, answer) -> {
              podsAtRenaming.set(pods(sandbox, environment, "backend").size());
              return answer;
            });
    try (var rule = sandbox.wires().faults().once(call -> isRenaming(environment, call), count)) {
      openWindow(environment);
      environment.awaitReason("WorkloadsReady", "Suspended");
      awaitReplaced(environment);
      assertThat(rule.applied()).isEqualTo(1);
    }
    assertThat(podsAtRenaming).hasValue(0);
    assertThat(writes(sandbox, environment, mark))
        .containsExactlyElementsOf(promised.stream().map(PlannedActionStatus::action).toList());
    var copy = database(environment).orElseThrow();
    var former = former(environment).orElseThrow();
    assertThat(copy.kmsKeyId()).isEqualTo(after);
    assertThat(copy.backupRetentionPeriod()).isEqualTo(7);
    assertThat(copy.deletionProtection()).isTrue();
    assertThat(former.kmsKeyId()).isEqualTo(before);
    assertThat(former.deletionProtection()).isTrue();
    assertThat(secret(sandbox, environment)).isEqualTo(secret);
    assertThat(replicas(sandbox, environment, "backend")).isEqualTo(2);
    assertThat(environment.status().inventory())
        .anyMatch(
            row ->
                row.name().equals(former.dbInstanceIdentifier())
                    && Objects.equals(row.state(), "Former"));

    environment.delete();
    environment.awaitGone();
    assertThat(database(environment)).isEmpty();
    assertThat(former(environment)).isEmpty();
    assertThat(aws.databaseSnapshots(environment.awsPrefix())).hasSize(3);
    assertThat(aws.groupNames(environment.awsPrefix())).isEmpty();
  }

  @Test
  void anOperatorThatDiesAtEachCallGoesOnFromThere(Sandbox sandbox, RunningOperator operator) {
    var environment = wanted(sandbox);
    var mark = sandbox.wires().recording().mark();
    var promised = plan(environment).actions().size();
    var deaths = new AtomicInteger();
    var death =
        new Fault.After(
            () -> {
              deaths.incrementAndGet();
              operator.crash(List.of());
            });
    try (var _ = sandbox.wires().faults().always(call -> isWriteOf(environment, call), death)) {
      environment.approve();
      openWindow(environment);
      awaitReplaced(environment);
    }
    assertThat(deaths).hasValue(promised);
    assertThat(writes(sandbox, environment, mark)).hasSize(promised);
    assertThat(aws.databaseSnapshots(environment.awsPrefix())).hasSize(2);
    environment.delete();
    environment.awaitGone();
  }

  @Test
  void aWishTakenBackGivesTheDatabaseItsNameAgain(Sandbox sandbox) {
    var environment = wanted(sandbox);
    var identifier = database(environment).orElseThrow().dbiResourceId();
    environment.approve();
    try (var _ =
        sandbox
            .wires()
            .faults()
            .always(
                call -> isWriteOf(environment, call) && call.operation().equals("CreateDBSnapshot"),
                Fault.awsError(
                    403, "AccessDenied", "not authorized to perform rds:CreateDBSnapshot"))) {
      openWindow(environment);
      environment.await("the renaming", _ -> former(environment).isPresent());
      environment.awaitReason("DatabaseReady", "AccessDenied");
      assertThat(database(environment)).isEmpty();
      environment.patchSpec("database: {kmsKeyId: '%s', replacement: null}".formatted(before));
      environment.awaitReady();
    }
    assertThat(former(environment)).isEmpty();
    assertThat(database(environment).orElseThrow().dbiResourceId()).isEqualTo(identifier);
    environment.await("the pods", _ -> replicas(sandbox, environment, "backend") == 2);
    environment.delete();
    environment.awaitGone();
  }

  /** An environment with one key that wants another, and may have it tomorrow. */
  private static EnvironmentUnderTest wanted(Sandbox sandbox) {
    var environment =
        EnvironmentUnderTest.ofOverlay(
            sandbox.admin(), "production", "spec: {database: {kmsKeyId: '%s'}}".formatted(before));
    environment.awaitReady();
    environment.patchSpec(
        """
        operations: {maintenanceWindow: {window: '%s'}}
        database: {kmsKeyId: '%s', replacement: {}}
        """
            .formatted(MaintenanceWindows.tomorrow(), after));
    environment.awaitReason("DatabaseReady", "ApprovalRequired");
    return environment;
  }

  private static void awaitReplaced(EnvironmentUnderTest environment) {
    environment.await(
        "the end of the replacement",
        _ ->
            former(environment).stream()
                .flatMap(it -> it.tagList().stream())
                .anyMatch(
                    tag ->
                        tag.key().equals("appenv.io/replacement")
                            && tag.value().startsWith("completed:")));
    environment.awaitReady();
  }

  private static PlanStatus plan(EnvironmentUnderTest environment) {
    return Optional.ofNullable(environment.status().plan()).orElseThrow();
  }

  private static void openWindow(EnvironmentUnderTest environment) {
    environment.patchSpec(
        "operations: {maintenanceWindow: {window: '%s'}}".formatted(MaintenanceWindows.open()));
  }

  private static List<String> writes(Sandbox sandbox, EnvironmentUnderTest environment, long mark) {
    return sandbox.wires().recording().since(mark).stream()
        .map(entry -> entry.call())
        .filter(call -> isWriteOf(environment, call))
        .map(Call::operation)
        .toList();
  }

  private static boolean isWriteOf(EnvironmentUnderTest environment, Call call) {
    return call.wire() == Wire.AWS
        && call.isWrite()
        && call.signature().contains(environment.awsPrefix());
  }

  private static boolean isRenaming(EnvironmentUnderTest environment, Call call) {
    return isWriteOf(environment, call) && call.parameters().containsKey("NewDBInstanceIdentifier");
  }

  private static Optional<DBInstance> database(EnvironmentUnderTest environment) {
    return aws.instances(environment.awsPrefix()).stream()
        .filter(it -> !it.dbInstanceIdentifier().endsWith("-former"))
        .findFirst();
  }

  private static Optional<DBInstance> former(EnvironmentUnderTest environment) {
    return aws.instances(environment.awsPrefix()).stream()
        .filter(it -> it.dbInstanceIdentifier().endsWith("-former"))
        .findFirst();
  }

  private static Map<String, String> secret(Sandbox sandbox, EnvironmentUnderTest environment) {
    return sandbox
        .admin()
        .secrets()
        .inNamespace(environment.namespace())
        .withName(environment.name() + "-database")
        .require()
        .getData();
  }

  private static int replicas(Sandbox sandbox, EnvironmentUnderTest environment, String tier) {
    return sandbox
        .admin()
        .apps()
        .deployments()
        .inNamespace(environment.namespace())
        .withLabel("appenv.io/tier", tier)
        .list()
        .getItems()
        .stream()
        .map(Deployment::getSpec)
        .mapToInt(spec -> spec.getReplicas())
        .sum();
  }

  private static List<Pod> pods(Sandbox sandbox, EnvironmentUnderTest environment, String tier) {
    return sandbox
        .admin()
        .pods()
        .inNamespace(environment.namespace())
        .withLabel("appenv.io/tier", tier)
        .list()
        .getItems();
  }
}
