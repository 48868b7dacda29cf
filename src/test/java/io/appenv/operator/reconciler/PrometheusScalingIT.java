package io.appenv.operator.reconciler;

import io.appenv.operator.sandbox.Prometheus;
import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.FrontendAutoscaler;
import io.appenv.operator.testing.ServedMetrics;
import io.appenv.operator.testing.ShownGauge;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Scaling by a number that a real Prometheus holds. */
@WithOperator
class PrometheusScalingIT {

  /** So that nothing else can scale the tier. */
  private static final String REQUESTS_ALONE =
      "- {op: remove, path: /spec/tiers/0/scaling/cpuPercent}";

  private static final String BY_QUERY =
      """
      - op: add
        path: /spec/tiers/0/scaling/requests
        value: {source: Prometheus, prometheus: {query: 'sum(%s)'}}
      """;

  @Test
  void theTierFollowsTheResultOfItsQuery(Sandbox sandbox, RunningOperator operator) {
    var programs = Prometheus.programs();
    Assumptions.assumeTrue(
        programs.isPresent(), "neither prometheus on the PATH, nor apt-get to get it");
    var served = new ServedMetrics(sandbox);
    try (var shown = new ShownGauge("shop_requests_per_minute");
        var prometheus =
            Prometheus.start(sandbox, programs.orElseThrow(), shown.uri(), List.of())) {
      served.prepare();
      var address = "-Dappenv.external-metrics.prometheus=" + prometheus.uri();
      operator.restart(Stream.concat(served.settings().stream(), Stream.of(address)).toList());
      follow(sandbox, shown);
    } finally {
      served.end(operator);
    }
  }

  private static void follow(Sandbox sandbox, ShownGauge shown) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    var autoscaler = new FrontendAutoscaler(environment);
    environment.patchJson(REQUESTS_ALONE);
    environment.patchJson(BY_QUERY.formatted("no_such_metric"));
    environment.awaitReady();
    environment.await(
        "the missing metric to be told",
        _ ->
            environment
                .condition("WorkloadsReady")
                .orElseThrow()
                .getMessage()
                .contains("The query finds no series in Prometheus"));

    shown.show(5000);
    environment.patchJson(BY_QUERY.formatted("shop_requests_per_minute"));
    FrontendAutoscaler.awaitNumber(environment);
    // 5000 of all pods together, 1000 for each: 5.
    autoscaler.awaitEvent("New size: 5; reason: external metric appenv-requests-per-minute");

    shown.show(300);
    Awaitility.await("2 frontend pods")
        .atMost(Duration.ofMinutes(3))
        .until(() -> autoscaler.replicas() == 2);
    environment.delete();
    environment.awaitGone();
  }
}
