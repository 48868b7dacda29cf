package io.appenv.operator.dependent;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.model.Blueprint;
import io.appenv.operator.workload.Labels;
import io.appenv.operator.workload.TierDeployment;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.Map;
import java.util.stream.Stream;

/** A Deployment for each tier that may run. */
public class DeploymentDependent extends EnvironmentDependent<Deployment> {

  public DeploymentDependent() {
    super(Deployment.class);
  }

  @Override
  protected Stream<Deployment> wanted(Blueprint blueprint) {
    return blueprint.runnableTiers().stream().map(tier -> TierDeployment.build(blueprint, tier));
  }

  /** No pod is replaced by one of which is not known what it shall read. */
  @Override
  public Map<ResourceID, Deployment> desiredResources(
      AppEnvironment environment, Context<AppEnvironment> context) {
    var desired = super.desiredResources(environment, context);
    var unsettled = BlueprintContext.get(context).configurations().unsettled();
    getSecondaryResources(environment, context).entrySet().stream()
        .filter(it -> Labels.tierOf(it.getValue()).filter(unsettled::contains).isPresent())
        .forEach(
            it ->
                desired.computeIfPresent(
                    it.getKey(), (_, wanted) -> TierDeployment.keepingPods(wanted, it.getValue())));
    return desired;
  }
}
