package io.appenv.operator.bench;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The options of the operator's Java machine as the pods of {@code deploy/base} have them. */
final class OperatorSettings {

  private OperatorSettings() {}

  /**
   * Leader election is left out: with one replica it costs a constant number of lease renewals, and
   * a pod's own name lets it take its lease back at once, which a plain process cannot.
   */
  static List<String> javaOptions(Path repository, List<String> more) {
    var container = container(repository);
    var options = new ArrayList<String>();
    // What the sandbox sets for quick starts is not what a pod has.
    options.add("-XX:TieredStopAtLevel=4");
    container.getArgs().stream().filter(option -> option.startsWith("-XX:")).forEach(options::add);
    // A percentage is meant of the container's limit, which a plain process does not have.
    options.add("-XX:MaxRAM=" + memoryLimit(container));
    options.addAll(more);
    return List.copyOf(options);
  }

  private static Container container(Path repository) {
    try {
      var yaml = Files.readString(repository.resolve("deploy/base/deployment.yaml"));
      return Serialization.unmarshal(yaml, Deployment.class)
          .getSpec()
          .getTemplate()
          .getSpec()
          .getContainers()
          .getFirst();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static long memoryLimit(Container container) {
    return Quantity.getAmountInBytes(container.getResources().getLimits().get("memory"))
        .longValueExact();
  }
}
