package io.appenv.operator.aggregation;

import io.appenv.operator.autoscaling.Reading;
import io.appenv.operator.autoscaling.RequestMetric;
import io.appenv.operator.autoscaling.Sample;
import io.appenv.operator.autoscaling.TierKey;
import io.appenv.operator.requests.RequestBoard;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The values of the metric. An autoscaler adds up what it is given, so where one of several is
 * missing none is told; and a missing one is an error, as zero would have the tier shrink.
 */
final class MetricValues {

  private static final int THOUSANDTHS = 3;

  private final RequestBoard board;

  MetricValues(RequestBoard board) {
    this.board = board;
  }

  ApiAnswer answer(ApiPath.Metric metric, Map<String, String> labels) {
    var keys = board.matching(metric.namespace(), labels);
    if (!metric.name().equals(RequestMetric.NAME) || keys.isEmpty()) {
      return ApiAnswer.notFound(
          "No tier in namespace %s has %s with labels %s."
              .formatted(metric.namespace(), metric.name(), labels));
    }
    var items = new ArrayList<Map<String, Object>>();
    for (var key : keys) {
      switch (board.state(key).orElseGet(Reading.State.Pending::new)) {
        case Reading.State.Known known -> items.add(item(key, known.sample()));
        case Reading.State.Missing missing -> {
          return ApiAnswer.notFound(missing.why());
        }
        case Reading.State.Pending _ -> {
          return ApiAnswer.notFound("The number of tier " + key.tier() + " was not read yet.");
        }
      }
    }
    return ApiAnswer.of(list(items));
  }

  private static Map<String, Object> list(List<Map<String, Object>> items) {
    return Map.of(
        "kind",
        "ExternalMetricValueList",
        "apiVersion",
        ApiPath.GROUP + "/" + ApiPath.VERSION,
        "metadata",
        Map.of(),
        "items",
        items);
  }

  private static Map<String, Object> item(TierKey key, Sample sample) {
    return Map.of(
        "metricName", RequestMetric.NAME,
        "metricLabels", key.labels(),
        "timestamp", sample.at().truncatedTo(ChronoUnit.SECONDS).toString(),
        "value", quantity(sample.value()));
  }

  /** A quantity of Kubernetes, in thousandths where it is not whole. */
  static String quantity(double value) {
    var thousandths =
        BigDecimal.valueOf(value)
            .movePointRight(THOUSANDTHS)
            .setScale(0, RoundingMode.HALF_UP)
            .toBigInteger();
    var thousand = BigInteger.valueOf(1000);
    return thousandths.mod(thousand).signum() == 0
        ? thousandths.divide(thousand).toString()
        : thousandths + "m";
  }
}
