package io.appenv.operator.dependent;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.backend.incluster.InClusterServers;
import io.appenv.operator.model.Blueprint;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.Map;
import java.util.stream.Stream;

/** The data servers inside the cluster. */
public class StatefulSetDependent extends EnvironmentDependent<StatefulSet> {

  public StatefulSetDependent() {
    super(StatefulSet.class);
  }

  @Override
  protected Stream<StatefulSet> wanted(Blueprint blueprint) {
    return InClusterServers.statefulSets(blueprint);
  }

  /** Claim templates are immutable: those of a StatefulSet that exists are taken as they are. */
  @Override
  public Map<ResourceID, StatefulSet> desiredResources(
      AppEnvironment environment, Context<AppEnvironment> context) {
    var desired = super.desiredResources(environment, context);
    getSecondaryResources(environment, context)
        .forEach((id, actual) -> ClaimTemplates.keep(desired.get(id), actual));
    return desired;
  }
}
