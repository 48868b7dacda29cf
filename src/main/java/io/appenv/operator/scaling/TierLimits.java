package io.appenv.operator.scaling;

import io.appenv.operator.api.v1alpha1.AppEnvironmentSpec;
import io.appenv.operator.api.v1alpha1.ScalingSpec;
import io.appenv.operator.api.v1alpha1.Stage;
import io.appenv.operator.api.v1alpha1.TierSpec;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a manifest says of the number of a tier's pods.
 *
 * @param most the most that an override may ask for
 * @param hasTarget whether anything makes the autoscaler choose between two bounds
 */
record TierLimits(PodRange own, int most, boolean hasTarget) {

  private static final int TIMES = 3;

  /** The API takes no more pods of a tier. */
  private static final int MOST_PODS = 1000;

  /** By tier; without those that a stored manifest does not say enough of. */
  static SortedMap<String, TierLimits> of(AppEnvironmentSpec spec) {
    var limits = new TreeMap<String, TierLimits>();
    for (var tier : spec.tiers()) {
      if (tier.name() != null && tier.scaling() != null) {
        limits.put(tier.name(), of(tier.scaling(), hasTarget(tier, spec.stage())));
      }
    }
    return limits;
  }

  private static TierLimits of(ScalingSpec spec, boolean hasTarget) {
    var most = spec.overrideMax() == null ? usual(spec.max()) : spec.overrideMax();
    return new TierLimits(new PodRange(spec.min(), spec.max()), most, hasTarget);
  }

  private static boolean hasTarget(TierSpec tier, @Nullable Stage stage) {
    var spec = tier.scaling();
    return spec.cpuPercent() != null || spec.memoryPercent() != null || countsRequests(tier, stage);
  }

  /** Without a source of its own a tier is scaled by the requests of its load balancer only. */
  private static boolean countsRequests(TierSpec tier, @Nullable Stage stage) {
    var isBalanced = stage != Stage.Development && tier.acceptsLoadBalancer();
    return tier.scaling().requestsPerMinute() != null
        && (tier.scaling().requests() != null || isBalanced);
  }

  private static int usual(int max) {
    return Math.min(TIMES * max, MOST_PODS);
  }

  static String names(Map<String, TierLimits> limits) {
    return String.join(", ", limits.keySet());
  }
}
