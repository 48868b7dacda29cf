package io.appenv.operator.model;

import java.util.Map;

/**
 * A parameter group of RDS or ElastiCache.
 *
 * @param parameters all that the family has, by name
 */
public record ParameterGroup(
    String name,
    String arn,
    String family,
    Map<String, EngineParameter> parameters,
    Map<String, String> tags) {

  public ParameterGroup {
    parameters = Map.copyOf(parameters);
    tags = Map.copyOf(tags);
  }
}
