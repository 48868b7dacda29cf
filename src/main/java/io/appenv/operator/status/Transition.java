package io.appenv.operator.status;

/**
 * A change worth a Kubernetes event.
 *
 * @param type Normal or Warning
 * @param reason CamelCase word, as in the condition
 * @param message the condition's type and sentence
 */
public record Transition(String type, String reason, String message) {

  static final String NORMAL = "Normal";
  static final String WARNING = "Warning";
}
