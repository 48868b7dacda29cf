package io.appenv.operator.resolver;

import io.appenv.operator.api.v1alpha1.RequestsSpec;
import io.appenv.operator.api.v1alpha1.RequestsSpec.Counts;
import io.appenv.operator.api.v1alpha1.RequestsSpec.Source;
import io.appenv.operator.api.v1alpha1.ScalingSpec;
import io.appenv.operator.api.v1alpha1.Stage;
import io.appenv.operator.api.v1alpha1.TierSpec;
import org.jspecify.annotations.Nullable;

/** Fills in where the number of requests comes from. */
final class RequestDefaults {

  private RequestDefaults() {}

  /** A stored tier may lack the block, which is told elsewhere. */
  static ScalingSpec fill(TierSpec tier, Stage stage) {
    var scaling = tier.scaling();
    return scaling == null
        ? tier.scaling()
        : new ScalingSpec(
            scaling.min(),
            scaling.max(),
            scaling.cpuPercent(),
            scaling.memoryPercent(),
            scaling.requestsPerMinute(),
            scaling.requests() == null ? source(tier, scaling, stage) : counted(scaling.requests()),
            scaling.overrideMax());
  }

  private static @Nullable RequestsSpec source(TierSpec tier, ScalingSpec scaling, Stage stage) {
    var isBalanced = stage != Stage.Development && tier.acceptsLoadBalancer();
    return isBalanced && scaling.requestsPerMinute() != null
        ? new RequestsSpec(Source.LoadBalancer, Counts.PerPod, null, null, null)
        : null;
  }

  private static RequestsSpec counted(RequestsSpec requests) {
    if (requests.counts() != null) {
      return requests;
    }
    var counts = requests.source() == Source.LoadBalancer ? Counts.PerPod : Counts.Total;
    return new RequestsSpec(
        requests.source(),
        counts,
        requests.cloudWatch(),
        requests.prometheus(),
        requests.external());
  }
}
