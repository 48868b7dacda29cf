package io.appenv.operator.backend.aws;

import io.appenv.operator.autoscaling.Sample;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.MetricName;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/** Reads many series of CloudWatch by few calls: one for each 500 series. */
final class MetricReader {

  /** The most that GetMetricData takes. */
  static final int BATCH = 500;

  private static final Duration PERIOD = Duration.ofMinutes(1);

  private final CloudWatchClient cloudWatch;

  MetricReader(CloudWatchClient cloudWatch) {
    this.cloudWatch = cloudWatch;
  }

  Map<MetricName, Sample> latest(
      String region, Set<MetricName> metrics, Instant from, Instant until) {
    var found = new HashMap<MetricName, Sample>();
    for (var batch : Batches.of(metrics, BATCH)) {
      AwsCalls.make(
          AwsCall.listing(Component.WORKLOADS, "GetMetricData", region),
          () -> {
            cloudWatch
                .getMetricDataPaginator(request(batch, from, until))
                .metricDataResults()
                .forEach(result -> keepLatest(found, batch, result));
            return found;
          });
    }
    return found;
  }

  /** Points of time are the beginnings of minutes, and the end is not among them. */
  static GetMetricDataRequest request(List<MetricName> batch, Instant from, Instant until) {
    return GetMetricDataRequest.builder()
        .startTime(from)
        .endTime(until)
        .scanBy(ScanBy.TIMESTAMP_DESCENDING)
        .metricDataQueries(
            IntStream.range(0, batch.size()).mapToObj(i -> query(i, batch.get(i))).toList())
        .build();
  }

  private static MetricDataQuery query(int number, MetricName metric) {
    var dimensions =
        metric.dimensions().entrySet().stream()
            .map(it -> Dimension.builder().name(it.getKey()).value(it.getValue()).build())
            .toList();
    return MetricDataQuery.builder()
        .id("m" + number)
        .metricStat(
            stat ->
                stat.stat(metric.statistic())
                    .period((int) PERIOD.toSeconds())
                    .metric(
                        it ->
                            it.namespace(metric.namespace())
                                .metricName(metric.name())
                                .dimensions(dimensions)))
        .build();
  }

  /** The values of one series may come on several pages. */
  private static void keepLatest(
      Map<MetricName, Sample> found, List<MetricName> batch, MetricDataResult result) {
    var metric = batch.get(Integer.parseInt(result.id().substring(1)));
    for (var i = 0; i < result.timestamps().size(); i++) {
      var sample = new Sample(result.values().get(i), result.timestamps().get(i).plus(PERIOD));
      found.merge(metric, sample, (a, b) -> a.at().isBefore(b.at()) ? b : a);
    }
  }
}
