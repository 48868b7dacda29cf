package io.appenv.operator.autoscaling;

import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingPolicy;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingPolicyBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehaviorBuilder;
import org.jspecify.annotations.Nullable;

/**
 * How fast a tier grows and shrinks: up at once, down at most by half a minute, or not at all while
 * an override has it so. The stabilization window of scaling down is left to the cluster (300 s
 * unless its controller manager says otherwise).
 */
public final class ScalingPace {

  /** The policy by which an autoscaler takes no pods away. */
  private static final String DISABLED = "Disabled";

  private ScalingPace() {}

  /** Whether an autoscaler with this behavior takes no pods away. */
  public static boolean isScaleInFrozen(@Nullable HorizontalPodAutoscalerBehavior behavior) {
    return behavior != null
        && behavior.getScaleDown() != null
        && DISABLED.equals(behavior.getScaleDown().getSelectPolicy());
  }

  static HorizontalPodAutoscalerBehavior build(boolean scaleInFrozen) {
    return new HorizontalPodAutoscalerBehaviorBuilder()
        .withNewScaleUp()
        .withStabilizationWindowSeconds(0)
        .withSelectPolicy("Max")
        .withPolicies(policy("Percent", 100, 15), policy("Pods", 4, 15))
        .endScaleUp()
        .withNewScaleDown()
        .withSelectPolicy(scaleInFrozen ? DISABLED : "Max")
        // The second lets a small tier shrink, whose half would be less than a pod.
        .withPolicies(policy("Percent", 50, 60), policy("Pods", 1, 60))
        .endScaleDown()
        .build();
  }

  private static HPAScalingPolicy policy(String type, int value, int periodSeconds) {
    return new HPAScalingPolicyBuilder()
        .withType(type)
        .withValue(value)
        .withPeriodSeconds(periodSeconds)
        .build();
  }
}
