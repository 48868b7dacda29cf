package io.appenv.operator.configuration;

import io.appenv.operator.model.DesiredConfiguration;
import io.appenv.operator.model.Variable;
import io.appenv.operator.model.Variable.Source;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What has to be read for the variables of a tier. */
public final class TierSources {

  private TierSources() {}

  /**
   * @param namespace of the environment
   */
  public static Set<ConfigurationSource> of(String namespace, DesiredConfiguration configuration) {
    return Stream.concat(
            configuration.paths().stream().map(TierSources::path),
            configuration.variables().stream().flatMap(it -> of(namespace, it).stream()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Empty for what the operator does not read. */
  static Optional<ConfigurationSource> of(String namespace, Variable variable) {
    return switch (variable.source()) {
      case Source.Parameter(var name) -> Optional.of(new ConfigurationSource.Parameter(name));
      case Source.Stored(var name, _) -> Optional.of(new ConfigurationSource.Secret(name));
      case Source.InCluster(var name, var key) ->
          Optional.of(new ConfigurationSource.InCluster(namespace, name, key));
      case Source.Literal _, Source.Output _ -> Optional.empty();
    };
  }

  static ConfigurationSource path(String written) {
    return new ConfigurationSource.Path(
        written.endsWith("/") ? written.substring(0, written.length() - 1) : written);
  }
}
