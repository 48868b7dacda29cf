package io.appenv.operator.model;

import java.util.Map;

/**
 * An RDS parameter group.
 *
 * @param parameters the values in force of the {@link ManagedParameters}, by name
 */
public record ParameterGroup(
    String name,
    String arn,
    String family,
    Map<String, String> parameters,
    Map<String, String> tags) {

  public ParameterGroup {
    parameters = Map.copyOf(parameters);
    tags = Map.copyOf(tags);
  }
}
