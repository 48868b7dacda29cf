package io.appenv.operator.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.autoscaling.RequestMetric;
import io.appenv.operator.autoscaling.RequestWant;
import io.appenv.operator.autoscaling.Sample;
import io.appenv.operator.autoscaling.TierKey;
import io.appenv.operator.model.RequestSource;
import io.appenv.operator.model.RequestSource.Counting;
import io.appenv.operator.requests.RequestBoard;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An autoscaler adds up what it is told, so a part must not pass for the whole, nor none for 0. */
class MetricValuesTest {

  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  private final RequestBoard board =
      new RequestBoard(Duration.ofMinutes(5), InstantSource.fixed(NOW));

  private RequestWant want(String namespace, String environment) {
    var want =
        new RequestWant(
            new TierKey(namespace, environment, "web"),
            Optional.empty(),
            environment + "-web",
            new RequestSource.Prometheus("up", Counting.TOTAL));
    board.want(namespace, environment, List.of(want));
    return want;
  }

  private ApiAnswer ask(String namespace, Map<String, String> labels) {
    var metric = new ApiPath.Metric("", namespace, RequestMetric.NAME);
    return new MetricValues(board).answer(metric, labels);
  }

  @Test
  void aNumberIsToldWithItsLabelsAndTime() {
    board.found(want("shop", "production"), new Sample(2500, NOW.minusSeconds(60)));
    var answer = ask("shop", Map.of("appenv.io/tier", "web"));

    assertThat(answer.code()).isEqualTo(200);
    assertThat(answer.body())
        .containsEntry("kind", "ExternalMetricValueList")
        .containsEntry(
            "items",
            List.of(
                Map.of(
                    "metricName", "appenv-requests-per-minute",
                    "metricLabels",
                        Map.of("appenv.io/environment", "production", "appenv.io/tier", "web"),
                    "timestamp", "2026-01-01T11:59:00Z",
                    "value", "2500")));
  }

  @Test
  void noNumberIsAnError() {
    var want = want("shop", "production");
    assertThat(ask("shop", Map.of()).code()).as("not read yet").isEqualTo(404);

    board.missed(want, "There is no such metric.");
    var answer = ask("shop", Map.of());
    assertThat(answer.code()).isEqualTo(404);
    assertThat(answer.body())
        .containsEntry("kind", "Status")
        .containsEntry("reason", "NotFound")
        .containsEntry("message", "There is no such metric.");
  }

  @Test
  void aPartIsNotToldForTheWhole() {
    board.found(want("shop", "production"), new Sample(2500, NOW));
    board.missed(want("shop", "staging"), "Throttled.");

    assertThat(ask("shop", Map.of()).code()).isEqualTo(404);
    assertThat(ask("shop", Map.of("appenv.io/environment", "production")).code()).isEqualTo(200);
  }

  @Test
  void anotherNamespaceAndAnotherMetricHaveNothing() {
    board.found(want("shop", "production"), new Sample(2500, NOW));

    assertThat(ask("other", Map.of()).code()).isEqualTo(404);
    assertThat(
            new MetricValues(board)
                .answer(new ApiPath.Metric("", "shop", "other"), Map.of())
                .code())
        .isEqualTo(404);
  }
}
