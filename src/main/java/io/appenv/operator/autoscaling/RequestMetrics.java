package io.appenv.operator.autoscaling;

import io.appenv.operator.model.MetricName;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** What a backend knows of the metrics of a region. */
public interface RequestMetrics {

  /**
   * The latest number of each series, over a minute, that begins and ends in a span of time. A
   * series without any is not in the answer.
   *
   * @param from the beginning of a minute
   * @param until the beginning of a later minute
   * @throws io.appenv.operator.model.FailureException when they could not be read
   */
  Map<MetricName, Sample> latest(
      String region, Set<MetricName> metrics, Instant from, Instant until);
}
