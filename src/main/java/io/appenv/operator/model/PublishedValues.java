package io.appenv.operator.model;

import java.util.Map;
import java.util.Optional;

/**
 * What the outputs of an environment are now; what is not known yet is missing.
 *
 * @param parameters by output
 * @param secrets by output
 * @param key of the environment, by which versions of secrets are named
 */
public record PublishedValues(
    Map<String, String> parameters, Map<String, SecretText> secrets, Optional<SecretText> key) {

  public PublishedValues {
    parameters = Map.copyOf(parameters);
    secrets = Map.copyOf(secrets);
  }

  public static PublishedValues none() {
    return new PublishedValues(Map.of(), Map.of(), Optional.empty());
  }
}
