package io.appenv.operator.backend.aws;

import io.appenv.operator.configuration.Answer;
import io.appenv.operator.configuration.ConfigurationSource;
import io.appenv.operator.configuration.ConfigurationSource.Parameter;
import io.appenv.operator.configuration.ConfigurationSource.Path;
import io.appenv.operator.configuration.ConfigurationSource.Secret;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads parameters and secrets of a region, many in one call. */
final class ConfigurationReads {

  private final ParameterValues parameters;
  private final SecretValues secrets;

  ConfigurationReads(ParameterValues parameters, SecretValues secrets) {
    this.parameters = parameters;
    this.secrets = secrets;
  }

  Map<ConfigurationSource, Answer> read(Set<ConfigurationSource> sources) {
    var answers = new HashMap<ConfigurationSource, Answer>();
    parameters
        .named(names(sources, Parameter.class, Parameter::name))
        .forEach((name, answer) -> answers.put(new Parameter(name), answer));
    for (var path : names(sources, Path.class, Path::path)) {
      answers.put(new Path(path), parameters.below(path));
    }
    secrets
        .named(names(sources, Secret.class, Secret::name))
        .forEach((name, answer) -> answers.put(new Secret(name), answer));
    return answers;
  }

  private static <S extends ConfigurationSource> Set<String> names(
      Set<ConfigurationSource> sources, Class<S> kind, Function<S, String> name) {
    return sources.stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .map(name)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
