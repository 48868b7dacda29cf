package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Call;
import io.appenv.operator.sandbox.wire.Mishap;
import io.appenv.operator.sandbox.wire.Wire;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.Settling;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The operator's copy of an environment is older than what the API server holds. What the old copy
 * would have it call AWS for is not called.
 */
@WithOperator
class StaleCopyIT {

  private static final int SWEEPS = 6;

  private static AwsView aws;

  @BeforeAll
  static void lookOften(Sandbox sandbox, RunningOperator operator) {
    operator.restart(CrashIT.QUICK);
    aws = new AwsView(sandbox);
  }

  @AfterAll
  static void usualOperator(RunningOperator operator) {
    operator.stop();
    aws.close();
  }

  @Test
  void aSpecThatWasChangedMeanwhileIsNotUndone(Sandbox sandbox) {
    var environment = ready(sandbox);
    var mark = sandbox.wires().recording().mark();
    whileItSeesNothingOf(
        environment,
        sandbox,
        () -> {
          environment.patchSpec("database: {backup: {pointInTime: 5d}}");
          driftTo(5, environment);
        });
    environment.awaitReady();
    Settling.await(environment);
    assertThat(sandbox.wires().recording().since(mark, it -> isChange(it, environment))).isEmpty();
    environment.delete();
    environment.awaitGone();
  }

  @Test
  void aDeletionIsNotWorkedAgainst(Sandbox sandbox) {
    var environment = ready(sandbox);
    whileItSeesNothingOf(
        environment,
        sandbox,
        () -> {
          environment.delete();
          driftTo(5, environment);
        });
    environment.awaitGone();
    assertThat(aws.instances(environment.awsPrefix())).isEmpty();
    assertThat(aws.databaseSnapshots(environment.awsPrefix())).hasSize(1);
  }

  @Test
  void whatIsGoneIsNotLookedAfter(Sandbox sandbox) {
    var environment = ready(sandbox);
    var mark = sandbox.wires().recording().mark();
    whileItSeesNothingOf(
        environment,
        sandbox,
        () -> {
          environment.abandonUnseen();
          driftTo(5, environment);
        });
    assertThat(sandbox.wires().recording().since(mark, it -> isChange(it, environment))).isEmpty();
  }

  private static EnvironmentUnderTest ready(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    environment.awaitReady();
    Settling.await(environment);
    return environment;
  }

  /** The drift makes it plan; the plan is what its copy asks for. */
  private static void whileItSeesNothingOf(
      EnvironmentUnderTest environment, Sandbox sandbox, Runnable happening) {
    var wires = sandbox.wires();
    try (var _ =
        wires.watches().begin(it -> it.target().equals(environment.toString()), Mishap.HOLD)) {
      happening.run();
      var mark = wires.recording().mark();
      Awaitility.await("some sweeps")
          .atMost(EnvironmentUnderTest.PATIENCE)
          .until(() -> wires.recording().since(mark, StaleCopyIT::isSweep).size() >= SWEEPS);
      assertThat(wires.recording().since(mark, it -> isStatusWrite(it, environment)))
          .as("passes over the old copy")
          .isNotEmpty();
      assertThat(wires.recording().since(mark, it -> isChange(it, environment))).isEmpty();
    }
  }

  /** Fewer days than declared, as nobody is asked before these are given back. */
  private static void driftTo(int days, EnvironmentUnderTest environment) {
    aws.rds()
        .modifyDBInstance(
            request ->
                request
                    .dbInstanceIdentifier(
                        aws.instance(environment.awsPrefix()).orElseThrow().dbInstanceIdentifier())
                    .backupRetentionPeriod(days)
                    .applyImmediately(true));
  }

  private static boolean isSweep(Call call) {
    return call.operation().equals("DescribeDBInstances");
  }

  private static boolean isStatusWrite(Call call, EnvironmentUnderTest environment) {
    return call.operation().equals("patch appenvironments/status")
        && call.target().equals(environment.toString());
  }

  private static boolean isChange(Call call, EnvironmentUnderTest environment) {
    return call.wire() == Wire.AWS
        && call.isWrite()
        && call.target().contains(environment.awsPrefix());
  }
}
