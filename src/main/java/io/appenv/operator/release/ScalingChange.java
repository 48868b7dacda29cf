package io.appenv.operator.release;

import io.appenv.operator.autoscaling.RequestMetric;
import io.appenv.operator.autoscaling.ScalingPace;
import io.appenv.operator.autoscaling.TierAutoscaler;
import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.DesiredTier;
import io.fabric8.kubernetes.api.model.autoscaling.v2.ExternalMetricSource;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricTarget;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says in words how the bounds and targets a tier shall have differ from its autoscaler's. */
final class ScalingChange {

  private ScalingChange() {}

  /** Empty where there is no difference. */
  static Optional<String> describe(
      Blueprint blueprint, DesiredTier tier, HorizontalPodAutoscaler autoscaler) {
    var present = autoscaler.getSpec();
    var wanted = TierAutoscaler.build(blueprint, tier).getSpec();
    var words =
        Stream.concat(
                Stream.of(
                    difference("scaling.min", present.getMinReplicas(), wanted.getMinReplicas()),
                    difference("scaling.max", present.getMaxReplicas(), wanted.getMaxReplicas()),
                    difference("scaleIn", scaleIn(present), scaleIn(wanted))),
                Stream.concat(targets(present, wanted), Stream.of(requests(present, wanted))))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return Optional.of(words).filter(it -> !it.isEmpty()).map(it -> it + by(tier));
  }

  private static String by(DesiredTier tier) {
    return tier.scaling().overridden().map(it -> " (" + it.by() + ")").orElse("");
  }

  private static String scaleIn(HorizontalPodAutoscalerSpec spec) {
    return ScalingPace.isScaleInFrozen(spec.getBehavior()) ? "Frozen" : "Allowed";
  }

  private static Stream<Optional<String>> targets(
      HorizontalPodAutoscalerSpec present, HorizontalPodAutoscalerSpec wanted) {
    var before = targets(present);
    var after = targets(wanted);
    var resources = new TreeSet<>(before.keySet());
    resources.addAll(after.keySet());
    return resources.stream()
        .map(
            resource ->
                difference(
                    "scaling." + resource + "Percent",
                    before.getOrDefault(resource, "none"),
                    after.getOrDefault(resource, "none")));
  }

  private static Optional<String> requests(
      HorizontalPodAutoscalerSpec present, HorizontalPodAutoscalerSpec wanted) {
    return difference("scaling.requestsPerMinute", requests(present), requests(wanted));
  }

  /** In words that tell two sources apart as well. */
  private static String requests(HorizontalPodAutoscalerSpec spec) {
    return spec.getMetrics().stream()
        .map(MetricSpec::getExternal)
        .filter(Objects::nonNull)
        .map(it -> target(it.getTarget()) + " by " + it.getMetric().getName() + labels(it))
        .collect(Collectors.collectingAndThen(Collectors.joining(" and "), ScalingChange::orNone));
  }

  private static String target(MetricTarget target) {
    return target.getValue() != null
        ? target.getValue().toString()
        : target.getAverageValue() + " on average";
  }

  /** Those of the operator's own metric say nothing new. */
  private static String labels(ExternalMetricSource metric) {
    var selector = metric.getMetric().getSelector();
    return selector == null || RequestMetric.NAME.equals(metric.getMetric().getName())
        ? ""
        : " " + new TreeMap<>(selector.getMatchLabels());
  }

  private static String orNone(String words) {
    return words.isEmpty() ? "none" : words;
  }

  private static Map<String, String> targets(HorizontalPodAutoscalerSpec spec) {
    return spec.getMetrics().stream()
        .map(MetricSpec::getResource)
        .filter(Objects::nonNull)
        .collect(
            Collectors.toMap(
                it -> it.getName(), it -> String.valueOf(it.getTarget().getAverageUtilization())));
  }

  private static Optional<String> difference(
      String field, @Nullable Object present, Object wanted) {
    return wanted.equals(present)
        ? Optional.empty()
        : Optional.of("%s %s -> %s".formatted(field, present, wanted));
  }
}
