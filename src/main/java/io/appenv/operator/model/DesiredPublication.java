package io.appenv.operator.model;

import java.util.Map;
import java.util.Set;

/**
 * What an environment publishes of itself in AWS.
 *
 * @param path its own beginning of the names of parameters, with a slash at both ends
 * @param parameters the rest of the names of those that anybody may read
 * @param secrets the same of secrets
 */
public record DesiredPublication(
    String path, Set<String> parameters, Set<String> secrets, Map<String, String> tags) {

  public DesiredPublication {
    parameters = Set.copyOf(parameters);
    secrets = Set.copyOf(secrets);
    tags = Map.copyOf(tags);
  }

  /** Below which all environments of a cluster publish. */
  public static String pathOf(String cluster) {
    return "/appenv/" + cluster + "/";
  }

  /** Of an environment that publishes nothing, and may have before. */
  public static DesiredPublication none(EnvironmentId environment) {
    return new DesiredPublication(
        pathOf(environment), Set.of(), Set.of(), Ownership.tags(environment));
  }

  public static String pathOf(EnvironmentId environment) {
    return pathOf(environment.cluster()) + environment.namespace() + "/" + environment.name() + "/";
  }

  public boolean isEmpty() {
    return parameters.isEmpty() && secrets.isEmpty();
  }

  /** Name of a parameter. */
  public String parameter(String output) {
    return path + output;
  }

  /** What the names of secrets begin with: those of Secrets Manager have no slash before them. */
  public String secretPath() {
    return path.substring(1);
  }

  /** Name of a secret. */
  public String secret(String output) {
    return secretPath() + output;
  }
}
