package io.appenv.operator.backend.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.autoscaling.Sample;
import io.appenv.operator.model.MetricName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

class MetricReaderTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final MetricName METRIC =
      new MetricName("Shop", "Requests", Map.of("Tier", "backend"), "Average");

  private final List<GetMetricDataRequest> calls = new ArrayList<>();

  private Map<MetricName, Sample> latest(
      Set<MetricName> metrics, Function<GetMetricDataRequest, GetMetricDataResponse> answer) {
    var cloudWatch =
        new CloudWatchClient() {
          @Override
          public GetMetricDataResponse getMetricData(GetMetricDataRequest request) {
            calls.add(request);
            return answer.apply(request);
          }

          @Override
          public String serviceName() {
            return "cloudwatch";
          }

          @Override
          public void close() {}
        };
    return new MetricReader(cloudWatch)
        .latest("ap-northeast-1", metrics, NOON.minusSeconds(300), NOON);
  }

  private static GetMetricDataResponse nothing() {
    return GetMetricDataResponse.builder().metricDataResults(List.of()).build();
  }

  @Test
  void oneSeriesIsAskedForByTheMinute() {
    latest(Set.of(METRIC), _ -> nothing());

    assertThat(calls).hasSize(1);
    var request = calls.getFirst();
    assertThat(request.startTime()).isEqualTo(NOON.minusSeconds(300));
    assertThat(request.endTime()).isEqualTo(NOON);
    assertThat(request.scanBy()).isEqualTo(ScanBy.TIMESTAMP_DESCENDING);
    var stat = request.metricDataQueries().getFirst().metricStat();
    assertThat(stat.period()).isEqualTo(60);
    assertThat(stat.stat()).isEqualTo("Average");
    assertThat(stat.metric().namespace()).isEqualTo("Shop");
    assertThat(stat.metric().metricName()).isEqualTo("Requests");
    assertThat(stat.metric().dimensions())
        .singleElement()
        .satisfies(it -> assertThat(it.name() + "=" + it.value()).isEqualTo("Tier=backend"));
  }

  /** AWS takes 500 series a call. */
  @Test
  void manySeriesTakeFewCalls() {
    var metrics =
        IntStream.range(0, 501)
            .mapToObj(i -> new MetricName("Shop", "Requests", Map.of("Tier", "t" + i), "Sum"))
            .collect(Collectors.toSet());
    latest(metrics, _ -> nothing());

    assertThat(calls)
        .extracting(call -> call.metricDataQueries().size())
        .containsExactly(MetricReader.BATCH, 1);
    assertThat(calls.getFirst().metricDataQueries())
        .allMatch(query -> query.id().matches("[a-z][a-zA-Z0-9_]*"))
        .extracting(query -> query.id())
        .doesNotHaveDuplicates();
  }

  @Test
  void theLatestMinuteCountsOnWhicheverPageItStands() {
    var found =
        latest(
            Set.of(METRIC),
            request ->
                request.nextToken() == null
                    ? page(NOON.minusSeconds(120), 10).nextToken("more").build()
                    : page(NOON.minusSeconds(60), 20).build());

    assertThat(calls).hasSize(2);
    assertThat(found).containsExactly(Map.entry(METRIC, new Sample(20, NOON)));
  }

  @Test
  void aSeriesWithoutNumbersIsNotInTheAnswer() {
    assertThat(
            latest(
                Set.of(METRIC),
                _ ->
                    GetMetricDataResponse.builder()
                        .metricDataResults(MetricDataResult.builder().id("m0").build())
                        .build()))
        .isEmpty();
  }

  private static GetMetricDataResponse.Builder page(Instant minute, double value) {
    return GetMetricDataResponse.builder()
        .metricDataResults(
            MetricDataResult.builder().id("m0").timestamps(minute).values(value).build());
  }
}
