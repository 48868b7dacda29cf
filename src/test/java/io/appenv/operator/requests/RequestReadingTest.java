package io.appenv.operator.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.autoscaling.Reading;
import io.appenv.operator.autoscaling.RequestMetrics;
import io.appenv.operator.autoscaling.RequestWant;
import io.appenv.operator.autoscaling.Sample;
import io.appenv.operator.autoscaling.TierKey;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.FailureException;
import io.appenv.operator.model.MetricName;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.RequestSource;
import io.appenv.operator.model.RequestSource.Counting;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestReadingTest {

  private static final Instant NOW = Instant.parse("2026-01-01T12:00:42Z");
  private static final Instant MINUTE = Instant.parse("2026-01-01T12:00:00Z");
  private static final Duration FRESHNESS = Duration.ofMinutes(5);
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);

  private final RequestBoard board = new RequestBoard(FRESHNESS, CLOCK);
  private final Map<MetricName, Sample> known = new HashMap<>();
  private final List<Set<MetricName>> asked = new ArrayList<>();

  private void read(RequestMetrics metrics, RequestWant... wants) {
    for (var want : wants) {
      board.want(want.key().namespace(), want.key().environment(), List.of(want));
    }
    new RequestReading(
            board,
            new BindingListing(new KubernetesClientBuilder().build()),
            metrics,
            _ -> new Sample(7, NOW),
            FRESHNESS,
            CLOCK)
        .read(List.of(wants));
  }

  private Map<MetricName, Sample> answer(
      String region, Set<MetricName> names, Instant from, Instant until) {
    assertThat(region).isEqualTo("ap-northeast-1");
    assertThat(from).isEqualTo(MINUTE.minus(FRESHNESS));
    assertThat(until).as("the minute that has just begun does not count").isEqualTo(MINUTE);
    asked.add(names);
    return known;
  }

  @Test
  void oneCallServesAllEnvironments() {
    known.put(metric("a"), new Sample(2500, MINUTE));
    read(this::answer, want("a"), want("b"));

    assertThat(asked).containsExactly(Set.of(metric("a"), metric("b")));
    assertThat(state("a")).isEqualTo(new Reading.State.Known(new Sample(2500, MINUTE)));
    assertThat(state("b"))
        .isInstanceOfSatisfying(
            Reading.State.Missing.class,
            missing -> assertThat(missing.why()).contains("no such metric", "Requests"));
  }

  @Test
  void aRefusalIsTheReasonOfAll() {
    read(
        (_, _, _, _) -> {
          throw new FailureException(
              new Failure.Recoverable(Component.WORKLOADS, Reason.ACCESS_DENIED, "Denied."));
        },
        want("a"),
        want("b"));

    assertThat(state("a")).isEqualTo(new Reading.State.Missing("Denied."));
    assertThat(state("b")).isEqualTo(new Reading.State.Missing("Denied."));
  }

  @Test
  void prometheusIsAskedEachForItself() {
    var want =
        new RequestWant(
            key("a"),
            Optional.empty(),
            "a-web",
            new RequestSource.Prometheus("up", Counting.TOTAL));
    read(this::answer, want);

    assertThat(asked).isEmpty();
    assertThat(state("a")).isEqualTo(new Reading.State.Known(new Sample(7, NOW)));
  }

  /** A target group without requests is not reported at all. */
  @Test
  void severalSeriesAddUpOfTheSameMinute() {
    assertThat(
            RequestReading.sum(
                List.of(
                    new Sample(100, MINUTE),
                    new Sample(20, MINUTE),
                    new Sample(7000, MINUTE.minusSeconds(60)))))
        .contains(new Sample(120, MINUTE));
    assertThat(RequestReading.sum(List.of())).isEmpty();
  }

  private Reading.State state(String environment) {
    return board.state(key(environment)).orElseThrow();
  }

  private static RequestWant want(String environment) {
    return new RequestWant(
        key(environment),
        Optional.of("ap-northeast-1"),
        environment + "-web",
        new RequestSource.CloudWatch(metric(environment), Counting.TOTAL));
  }

  private static TierKey key(String environment) {
    return new TierKey("shop", environment, "web");
  }

  private static MetricName metric(String environment) {
    return new MetricName("Shop", "Requests", Map.of("Environment", environment), "Sum");
  }
}
