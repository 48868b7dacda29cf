package io.appenv.operator.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Where the number of requests per minute of a tier comes from. */
public sealed interface RequestSource {

  /** What a number is about. */
  enum Counting {
    /** One pod, on average. */
    PER_POD,
    /** All pods of the tier together. */
    TOTAL
  }

  Counting counting();

  /** The word for it in the spec. */
  String word();

  /**
   * The load balancer's own count. The metric RequestCountPerTarget is an average over the targets,
   * which are the pods.
   */
  record LoadBalancer() implements RequestSource {
    @Override
    public Counting counting() {
      return Counting.PER_POD;
    }

    @Override
    public String word() {
      return "LoadBalancer";
    }
  }

  /** Any metric of CloudWatch in the environment's region, in its statistic over a minute. */
  record CloudWatch(MetricName metric, Counting counting) implements RequestSource {
    @Override
    public String word() {
      return "CloudWatch";
    }
  }

  /**
   * A query to the Prometheus of the operator's settings.
   *
   * @param query in PromQL, with one number as its result
   */
  record Prometheus(String query, Counting counting) implements RequestSource {
    @Override
    public String word() {
      return "Prometheus";
    }
  }

  /** A metric that another provider serves as external.metrics.k8s.io. */
  record External(String metricName, Map<String, String> selector, Counting counting)
      implements RequestSource {
    public External {
      selector = Collections.unmodifiableMap(new TreeMap<>(selector));
    }

    @Override
    public String word() {
      return "External";
    }
  }

  /** Whether the operator itself has to find the number out. */
  default boolean isServed() {
    return !(this instanceof External);
  }
}
