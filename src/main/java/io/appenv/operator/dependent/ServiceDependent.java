package io.appenv.operator.dependent;

import io.appenv.operator.backend.incluster.InClusterServers;
import io.appenv.operator.model.Blueprint;
import io.appenv.operator.workload.TierService;
import io.fabric8.kubernetes.api.model.Service;
import java.util.stream.Stream;

/** A Service for each tier that listens, and for each data server in the cluster. */
public class ServiceDependent extends EnvironmentDependent<Service> {

  public ServiceDependent() {
    super(Service.class);
  }

  @Override
  protected Stream<Service> wanted(Blueprint blueprint) {
    return Stream.concat(tiers(blueprint), InClusterServers.services(blueprint));
  }

  private static Stream<Service> tiers(Blueprint blueprint) {
    return blueprint.desired().tiers().stream()
        .flatMap(tier -> TierService.build(blueprint, tier).stream());
  }
}
