package io.appenv.operator.dependent;

import io.appenv.operator.autoscaling.TierAutoscaler;
import io.appenv.operator.model.Blueprint;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.stream.Stream;

/** A HorizontalPodAutoscaler for each tier that may run. */
public class HorizontalPodAutoscalerDependent
    extends EnvironmentDependent<HorizontalPodAutoscaler> {

  public HorizontalPodAutoscalerDependent() {
    super(HorizontalPodAutoscaler.class);
  }

  @Override
  protected Stream<HorizontalPodAutoscaler> wanted(Blueprint blueprint) {
    return blueprint.runnableTiers().stream().map(tier -> TierAutoscaler.build(blueprint, tier));
  }

  /** Its status changes with every measurement, and is the autoscaler's affair. */
  @Override
  protected HorizontalPodAutoscaler reduced(HorizontalPodAutoscaler resource) {
    resource.setStatus(null);
    return super.reduced(resource);
  }
}
