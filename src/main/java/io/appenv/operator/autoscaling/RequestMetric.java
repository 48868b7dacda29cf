package io.appenv.operator.autoscaling;

import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.model.RequestScaling;
import io.appenv.operator.model.RequestSource;
import io.appenv.operator.workload.Labels;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpecBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricTarget;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The external metric by which an autoscaler learns of requests. */
public final class RequestMetric {

  /** The name under which the operator serves it, for every tier. */
  public static final String NAME = "appenv-requests-per-minute";

  private static final int THOUSAND = 1000;
  private static final String[] SUFFIXES = {"", "k", "M"};

  private RequestMetric() {}

  static MetricSpec build(String environment, DesiredTier tier, RequestScaling scaling) {
    return new MetricSpecBuilder()
        .withType("External")
        .withNewExternal()
        .withNewMetric()
        .withName(name(scaling.source()))
        .withSelector(selector(environment, tier, scaling.source()))
        .endMetric()
        .withTarget(target(scaling))
        .endExternal()
        .build();
  }

  private static String name(RequestSource source) {
    return source instanceof RequestSource.External external ? external.metricName() : NAME;
  }

  private static @Nullable LabelSelector selector(
      String environment, DesiredTier tier, RequestSource source) {
    return source instanceof RequestSource.External external
        ? matching(external.selector())
        : matching(Labels.tierSelector(environment, tier));
  }

  private static @Nullable LabelSelector matching(Map<String, String> labels) {
    return labels.isEmpty() ? null : new LabelSelectorBuilder().withMatchLabels(labels).build();
  }

  /**
   * Kubernetes compares a Value with the number as it is and scales by the ratio; an AverageValue
   * it divides by the pods first.
   */
  private static MetricTarget target(RequestScaling scaling) {
    var target = new MetricTarget();
    switch (scaling.source().counting()) {
      case PER_POD -> {
        target.setType("Value");
        target.setValue(quantity(scaling.perMinute()));
      }
      case TOTAL -> {
        target.setType("AverageValue");
        target.setAverageValue(quantity(scaling.perMinute()));
      }
    }
    return target;
  }

  /** As the API server writes it: anything else would look like a difference for ever. */
  static Quantity quantity(int number) {
    var rest = number;
    var suffix = 0;
    while (rest % THOUSAND == 0 && suffix < SUFFIXES.length - 1) {
      rest /= THOUSAND;
      suffix++;
    }
    return new Quantity(Integer.toString(rest), SUFFIXES[suffix]);
  }
}
