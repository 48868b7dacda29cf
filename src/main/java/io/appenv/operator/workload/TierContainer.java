package io.appenv.operator.workload;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.DesiredTier;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.stream.Stream;

/** The one container of a tier's pod. */
final class TierContainer {

  private static final String SCRATCH = "tmp";

  private TierContainer() {}

  static Container build(Blueprint blueprint, DesiredTier tier) {
    var container =
        new ContainerBuilder()
            .withName(tier.name())
            .withImage(tier.image())
            .withResources(resources(tier))
            .withPorts(tier.ports().stream().map(TierContainer::port).toList())
            .withEnv(
                Stream.concat(
                        ConnectionVariables.of(blueprint, tier).stream(),
                        ConfigurationVariables.of(blueprint, tier).stream())
                    .toList())
            .withEnvFrom(ConfigurationSecrets.read(blueprint, tier))
            .withSecurityContext(TierSecurity.container(tier))
            .withVolumeMounts(scratchMount())
            .withCommand(tier.command())
            .withArgs(tier.args());
    Probes.addTo(container, tier.health());
    Draining.addTo(container, tier);
    return container.build();
  }

  /** Kubernetes wants lower case and at most 15 characters. */
  static String portName(int number) {
    return "tcp-" + number;
  }

  static Volume scratchVolume() {
    return new VolumeBuilder().withName(SCRATCH).withEmptyDir(new EmptyDirVolumeSource()).build();
  }

  private static VolumeMount scratchMount() {
    return new VolumeMountBuilder().withName(SCRATCH).withMountPath("/tmp").build();
  }

  /**
   * No CPU limit: the request is a share that is kept under load, a limit would only throttle idle
   * nodes. Memory is limited at its request, so that no pod dies of its neighbour's growth.
   */
  private static ResourceRequirements resources(DesiredTier tier) {
    return new ResourceRequirementsBuilder()
        .addToRequests("cpu", new Quantity(tier.cpu()))
        .addToRequests("memory", new Quantity(tier.memory()))
        .addToLimits("memory", new Quantity(tier.memory()))
        .build();
  }

  private static ContainerPort port(int number) {
    return new ContainerPortBuilder()
        .withName(portName(number))
        .withContainerPort(number)
        .withProtocol("TCP")
        .build();
  }
}
