package io.appenv.operator.model;

import java.util.List;

/**
 * The variables of a tier, as declared.
 *
 * @param variables in the order of the manifest
 * @param paths of Parameter Store, each parameter of which is a variable; a later one wins over an
 *     earlier one, and {@code variables} over all
 * @param required names without a value of which the tier is not rolled out
 */
public record DesiredConfiguration(
    List<Variable> variables, List<String> paths, List<String> required) {

  public DesiredConfiguration {
    variables = List.copyOf(variables);
    paths = List.copyOf(paths);
    required = List.copyOf(required);
  }

  /** Whether nothing is read and nothing demanded. */
  public boolean isEmpty() {
    return variables.isEmpty() && paths.isEmpty() && required.isEmpty();
  }

  public static DesiredConfiguration none() {
    return new DesiredConfiguration(List.of(), List.of(), List.of());
  }
}
