package io.appenv.operator.autoscaling;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.workload.Metadata;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpecBuilder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The HorizontalPodAutoscaler of a tier. With several targets Kubernetes follows the one that asks
 * for most pods.
 */
public final class TierAutoscaler {

  private TierAutoscaler() {}

  public static HorizontalPodAutoscaler build(Blueprint blueprint, DesiredTier tier) {
    var scaling = tier.scaling();
    return new HorizontalPodAutoscalerBuilder()
        .withMetadata(Metadata.tier(blueprint, tier))
        .withNewSpec()
        .withNewScaleTargetRef("apps/v1", "Deployment", tier.resourceName())
        .withMinReplicas(scaling.min())
        .withMaxReplicas(scaling.max())
        .withMetrics(metrics(Metadata.environment(blueprint), tier))
        .withBehavior(ScalingPace.build(scaling.isScaleInFrozen()))
        .endSpec()
        .build();
  }

  private static List<MetricSpec> metrics(String environment, DesiredTier tier) {
    var scaling = tier.scaling();
    return Stream.of(
            utilization("cpu", scaling.cpuPercent()),
            utilization("memory", scaling.memoryPercent()),
            scaling.requests().map(it -> RequestMetric.build(environment, tier, it)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<MetricSpec> utilization(String resource, Optional<Integer> percent) {
    return percent.map(
        value ->
            new MetricSpecBuilder()
                .withType("Resource")
                .withNewResource()
                .withName(resource)
                .withNewTarget()
                .withType("Utilization")
                .withAverageUtilization(value)
                .endTarget()
                .endResource()
                .build());
  }
}
