package io.appenv.operator.model;

import java.util.Optional;

/**
 * Why an environment is not where it should be. The type decides what happens next; no code
 * compares messages.
 */
public sealed interface Failure {

  Component component();

  Reason reason();

  /** One sentence with the remedy; never a secret. */
  String message();

  /** AWS error code and request id, for a support case. */
  default Optional<AwsError> cause() {
    return Optional.empty();
  }

  /** The user must act; retried slowly, because the world may change too. */
  record Terminal(Component component, Reason reason, String message, Optional<AwsError> cause)
      implements Failure {
    public Terminal(Component component, Reason reason, String message) {
      this(component, reason, message, Optional.empty());
    }
  }

  /** Retried with growing pauses, for ever. */
  record Recoverable(Component component, Reason reason, String message, Optional<AwsError> cause)
      implements Failure {
    public Recoverable(Component component, Reason reason, String message) {
      this(component, reason, message, Optional.empty());
    }
  }

  /** Nothing is wrong: AWS or Kubernetes is still at work. */
  record Waiting(Component component, Reason reason, String message) implements Failure {}

  /**
   * What AWS said.
   *
   * @param code the service's error code, such as DBInstanceAlreadyExists
   * @param requestId the request id AWS support asks for
   */
  record AwsError(String code, String requestId) {}
}
