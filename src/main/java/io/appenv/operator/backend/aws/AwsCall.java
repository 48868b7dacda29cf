package io.appenv.operator.backend.aws;

import io.appenv.operator.model.Action;
import io.appenv.operator.model.Component;
import java.util.Optional;

/**
 * One call, as an error message names it.
 *
 * @param operation the AWS API operation
 * @param subject what it was about, such as the name of an instance or a region
 * @param secret a password or token of the request: AWS's own text may repeat what it refuses, so
 *     it is looked for there and masked
 */
record AwsCall(Component component, String operation, String subject, Optional<String> secret) {

  static AwsCall listing(Component component, String operation, String region) {
    return new AwsCall(component, operation, region, Optional.empty());
  }

  static AwsCall of(Action action) {
    return of(action, Optional.empty());
  }

  static AwsCall of(Action action, Optional<String> secret) {
    return new AwsCall(
        action.target().kind().component(), action.operation(), action.target().name(), secret);
  }

  /** A text in which the secret does not stand. */
  String masked(String text) {
    return secret.map(it -> text.replace(it, "***")).orElse(text);
  }

  @Override
  public String toString() {
    return operation + " for " + subject;
  }
}
