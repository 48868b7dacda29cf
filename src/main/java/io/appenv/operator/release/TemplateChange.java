package io.appenv.operator.release;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.workload.ConfigurationSecrets;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in words how the pods a tier shall have differ from those its Deployment makes. */
final class TemplateChange {

  private TemplateChange() {}

  static String describe(Blueprint blueprint, DesiredTier tier, Deployment deployment) {
    var words =
        Stream.concat(
                deployment.getSpec().getTemplate().getSpec().getContainers().stream()
                    .filter(container -> container.getName().equals(tier.name()))
                    .flatMap(container -> differences(tier, container)),
                configuration(blueprint, tier, deployment).stream())
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "other settings of the pods" : words;
  }

  /** By the ids of the sets, from which nobody reads a value. */
  private static Optional<String> configuration(
      Blueprint blueprint, DesiredTier tier, Deployment deployment) {
    return difference(
        "configuration of tier " + tier.name(),
        ConfigurationSecrets.of(deployment).orElse("none"),
        blueprint.configurations().of(tier.name()).read().orElse("none"));
  }

  private static Stream<String> differences(DesiredTier tier, Container running) {
    return Stream.of(
            difference("image", running.getImage(), tier.image()),
            quantity("cpu", running, tier.cpu()),
            quantity("memory", running, tier.memory()))
        .flatMap(Optional::stream);
  }

  private static Optional<String> quantity(String resource, Container running, String wanted) {
    var present =
        Optional.ofNullable(running.getResources())
            .map(ResourceRequirements::getRequests)
            .map(requests -> requests.get(resource));
    return present.equals(Optional.of(new Quantity(wanted)))
        ? Optional.empty()
        : difference(
            "resources." + resource, present.map(Quantity::toString).orElse("none"), wanted);
  }

  private static Optional<String> difference(String field, String present, String wanted) {
    return present.equals(wanted)
        ? Optional.empty()
        : Optional.of("%s %s -> %s".formatted(field, present, wanted));
  }
}
