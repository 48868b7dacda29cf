package io.appenv.operator.model;

import java.util.Map;

/**
 * Everything of one kind that is there, by name.
 *
 * @param refused what is there, and of which AWS does not tell what has to be known; it holds up
 *     only those who name it
 */
public record Listed<T>(Map<String, T> found, Map<String, Failure> refused) {

  public Listed {
    found = Map.copyOf(found);
    refused = Map.copyOf(refused);
  }

  /** Of which all is known. */
  public static <T> Listed<T> of(Map<String, T> found) {
    return new Listed<>(found, Map.of());
  }
}
