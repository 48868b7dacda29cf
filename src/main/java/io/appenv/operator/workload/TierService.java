package io.appenv.operator.workload;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.DesiredTier;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import java.util.Optional;

/** The stable name and address of a tier inside the cluster. */
public final class TierService {

  private TierService() {}

  /** Empty for a tier that listens on nothing: a Service must have a port. */
  public static Optional<Service> build(Blueprint blueprint, DesiredTier tier) {
    return tier.ports().isEmpty() ? Optional.empty() : Optional.of(service(blueprint, tier));
  }

  private static Service service(Blueprint blueprint, DesiredTier tier) {
    return new ServiceBuilder()
        .withMetadata(Metadata.tier(blueprint, tier))
        .withNewSpec()
        .withType("ClusterIP")
        .withSelector(Labels.tierSelector(Metadata.environment(blueprint), tier))
        .withPorts(tier.ports().stream().map(TierService::port).toList())
        .endSpec()
        .build();
  }

  private static ServicePort port(int number) {
    return new ServicePortBuilder()
        .withName(TierContainer.portName(number))
        .withPort(number)
        .withTargetPort(new IntOrString(number))
        // Part of the list's key in server-side apply: it has to be said.
        .withProtocol("TCP")
        .build();
  }
}
