package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.DriftStatus;
import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Wire;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.Settling;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.DBInstance;

/** What becomes of drift is up to the owner of the environment. */
@WithOperator
class DriftPolicyIT {

  private static final List<String> OPTIONS = List.of("-Dappenv.sweep.idle-interval=1s");
  private static final String FIELD = "database.backup.pointInTime";

  private static AwsView aws;

  @BeforeAll
  static void prepare(Sandbox sandbox, RunningOperator operator) {
    operator.restart(OPTIONS);
    aws = new AwsView(sandbox);
  }

  @AfterAll
  static void finish(RunningOperator operator) {
    aws.close();
    operator.stop();
  }

  @Test
  void whatIsReportedStaysAndIsToldUntilItIsIgnoredOrDeclared(
      Sandbox sandbox, RunningOperator operator) {
    var environment =
        EnvironmentUnderTest.ofOverlay(
            sandbox.admin(), "production", "spec: {operations: {drift: {backup: Report}}}");
    Settling.await(environment);
    var mark = sandbox.wires().recording().mark();
    keep(environment, 14);

    var reported = awaitDrift(environment);
    assertThat(reported.handling()).isEqualTo("reported");
    assertThat(reported.wished()).isEqualTo("7d");
    assertThat(reported.found()).isEqualTo("14d");
    assertThat(environment.awaitReason("DatabaseReady", "Available").getMessage()).contains(FIELD);
    assertThat(environment.isReady()).isTrue();
    assertThat(environment.status().drifted()).isEqualTo(FIELD);

    operator.restart(OPTIONS);
    environment.patchSpec("operations: {drift: {capacity: Report}}");
    environment.await(
        "the operator to have looked again",
        it -> it.getMetadata().getGeneration().equals(it.getStatus().observedGeneration()));
    assertThat(environment.status().drift()).containsExactly(reported);
    assertThat(isWritten(sandbox, mark, environment)).isFalse();

    environment.patchSpec("operations: {drift: {backup: Ignore}}");
    environment.await("the drift to be ignored", it -> it.getStatus().drift().isEmpty());
    assertThat(environment.awaitReady().getStatus().plan()).isNull();
    assertThat(database(environment).backupRetentionPeriod()).isEqualTo(14);

    environment.patchSpec("database: {backup: {pointInTime: 10d}}");
    environment.await("the wish", _ -> database(environment).backupRetentionPeriod() == 10);
    end(environment);
  }

  @Test
  void whatWouldBeLostIsPutBackOnlyOnceApproved(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    Settling.await(environment);
    var mark = sandbox.wires().recording().mark();
    keep(environment, 14);

    assertThat(awaitDrift(environment).handling()).isEqualTo("corrected after approval");
    assertThat(environment.awaitReason("DatabaseReady", "ApprovalRequired").getMessage())
        .contains("automated backups older than 7 days");
    assertThat(isWritten(sandbox, mark, environment)).isFalse();

    environment.approve();
    environment.await("the wish", _ -> database(environment).backupRetentionPeriod() == 7);
    environment.await("the end of the drift", it -> it.getStatus().drift().isEmpty());
    assertThat(environment.events())
        .anyMatch(it -> it.startsWith("DriftFound") && it.contains(FIELD))
        .anyMatch(it -> it.startsWith("DriftEnded") && it.contains(FIELD));
    Settling.await(environment);
    end(environment);
  }

  private static void keep(EnvironmentUnderTest environment, int days) {
    var name = database(environment).dbInstanceIdentifier();
    aws.rds()
        .modifyDBInstance(
            request ->
                request
                    .dbInstanceIdentifier(name)
                    .backupRetentionPeriod(days)
                    .applyImmediately(true));
  }

  private static DriftStatus awaitDrift(EnvironmentUnderTest environment) {
    return environment
        .await("drift of " + environment, it -> !it.getStatus().drift().isEmpty())
        .getStatus()
        .drift()
        .getFirst();
  }

  private static boolean isWritten(Sandbox sandbox, long mark, EnvironmentUnderTest environment) {
    return sandbox.wires().recording().writesSince(mark).stream()
        .map(entry -> entry.call())
        .filter(call -> call.wire() == Wire.AWS)
        .anyMatch(call -> call.target().contains(environment.awsPrefix()));
  }

  private static void end(EnvironmentUnderTest environment) {
    environment.delete();
    environment.awaitGone();
  }

  private static DBInstance database(EnvironmentUnderTest environment) {
    return aws.instance(environment.awsPrefix()).orElseThrow();
  }
}
