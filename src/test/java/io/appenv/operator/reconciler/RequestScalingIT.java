package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Fault;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.FrontendAutoscaler;
import io.appenv.operator.testing.RequestLoad;
import io.appenv.operator.testing.ServedMetrics;
import java.time.Duration;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Scaling by requests (SCL-1, SCL-2): the real autoscaler, the real aggregation layer, and the
 * number put into CloudWatch as a load balancer does.
 */
@WithOperator
class RequestScalingIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Without the CPU, so that nothing else can scale the tier. */
  private static final String REQUESTS_ALONE =
      "- {op: remove, path: /spec/tiers/0/scaling/cpuPercent}";

  private static ServedMetrics metrics;

  @BeforeAll
  static void serve(Sandbox sandbox, RunningOperator operator) {
    metrics = ServedMetrics.by(operator, sandbox);
  }

  @AfterAll
  static void usualOperator(RunningOperator operator) {
    metrics.end(operator);
  }

  @Test
  void theFrontendFollowsTheRequestsOfItsTargets(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    var autoscaler = new FrontendAutoscaler(environment);
    environment.patchJson(REQUESTS_ALONE);
    environment.awaitReady();
    try (var load = new RequestLoad(sandbox, environment.namespace())) {
      sandbox
          .controlPlane()
          .kubectl()
          .apply(load.binding(environment.namespace(), "production-frontend"));
      load.report(2, 2500);
      FrontendAutoscaler.awaitNumber(environment);
      // 2 pods at 2.5 times the target: 5, as the formula of the autoscaler says.
      autoscaler.awaitEvent("New size: 5; reason: external metric appenv-requests-per-minute");

      load.report(1, 300);
      Awaitility.await("2 frontend pods").atMost(PATIENCE).until(() -> autoscaler.replicas() == 2);
      assertThat(environment.isReady()).isTrue();
      assertThat(environment.condition("WorkloadsReady").orElseThrow().getReason())
          .isEqualTo("Available");
    }
    environment.delete();
    environment.awaitGone();
  }

  @Test
  void noNumberIsAnErrorAndNeverZero(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    var autoscaler = new FrontendAutoscaler(environment);
    environment.patchJson(REQUESTS_ALONE);
    environment.awaitReady();
    var told = environment.awaitReason("WorkloadsReady", "RequestsUnread");
    assertThat(told.getStatus()).isEqualTo("True");
    assertThat(told.getMessage())
        .contains("Tier frontend", "No TargetGroupBinding", "production-frontend");
    autoscaler.awaitEvent("FailedGetExternalMetric");
    Awaitility.await("the autoscaler to say that it has no number")
        .atMost(PATIENCE)
        .until(
            () ->
                autoscaler
                    .scalingActive()
                    .filter(it -> it.getStatus().equals("False"))
                    .filter(it -> it.getReason().equals("FailedGetExternalMetric"))
                    .isPresent());
    assertThat(autoscaler.replicas()).isEqualTo(2);
    environment.awaitEvent("RequestsUnread");

    try (var load = new RequestLoad(sandbox, environment.namespace())) {
      sandbox
          .controlPlane()
          .kubectl()
          .apply(load.binding(environment.namespace(), "production-frontend"));
      awaitMessage(environment, "there is no such metric");
      try (var _ =
          sandbox
              .wires()
              .faults()
              .always(
                  call -> call.operation().equals("GetMetricData"),
                  Fault.awsError(403, "AccessDenied", "not authorized"))) {
        awaitMessage(environment, "credentials for GetMetricData");
      }
      awaitMessage(environment, "there is no such metric");
    }
    environment.delete();
    environment.awaitGone();
  }

  /** What changes every minute must not be written every minute. */
  @Test
  void aNumberThatChangesIsWrittenNowhere(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    environment.patchJson(REQUESTS_ALONE);
    environment.awaitReady();
    try (var load = new RequestLoad(sandbox, environment.namespace())) {
      sandbox
          .controlPlane()
          .kubectl()
          .apply(load.binding(environment.namespace(), "production-frontend"));
      load.report(3, 1000);
      FrontendAutoscaler.awaitNumber(environment);
      awaitServed(sandbox, environment, "1000");
      var mark = sandbox.wires().recording().mark();

      // Within the tolerance of the autoscaler, which is a tenth.
      load.report(2, 1050);
      awaitServed(sandbox, environment, "1050");
      assertThat(sandbox.wires().recording().writesSince(mark)).isEmpty();
      assertThat(
              sandbox
                  .wires()
                  .recording()
                  .since(mark, call -> call.operation().equals("GetMetricData")))
          .as("readings of all environments at once")
          .isNotEmpty();
    }
    environment.delete();
    environment.awaitGone();
  }

  private static void awaitServed(Sandbox sandbox, EnvironmentUnderTest environment, String value) {
    Awaitility.await("the number " + value)
        .atMost(PATIENCE)
        .until(
            () ->
                Objects.toString(sandbox.admin().raw(ServedMetrics.path(environment.namespace())))
                    .contains("\"value\":\"%s\"".formatted(value)));
  }

  private static void awaitMessage(EnvironmentUnderTest environment, String text) {
    environment.await(
        "WorkloadsReady to tell: " + text,
        _ -> environment.condition("WorkloadsReady").orElseThrow().getMessage().contains(text));
  }
}
