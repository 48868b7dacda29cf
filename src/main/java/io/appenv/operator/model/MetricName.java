package io.appenv.operator.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What identifies one series of CloudWatch.
 *
 * @param dimensions all of its dimensions; with any less it is another series
 * @param statistic such as Sum
 */
public record MetricName(
    String namespace, String name, Map<String, String> dimensions, String statistic) {

  public MetricName {
    dimensions = Collections.unmodifiableMap(new TreeMap<>(dimensions));
  }

  @Override
  public String toString() {
    return namespace + " " + name + " " + dimensions;
  }
}
