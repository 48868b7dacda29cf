package io.appenv.operator.dependent;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.workload.TierDeployment;
import io.fabric8.kubernetes.api.model.apps.Deployment;
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
}
