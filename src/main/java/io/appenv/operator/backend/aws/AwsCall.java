package io.appenv.operator.backend.aws;

import io.appenv.operator.model.Action;
import io.appenv.operator.model.Component;

/**
 * One call, as an error message names it.
 *
 * @param operation the AWS API operation
 * @param subject what it was about, such as the name of an instance or a region
 * @param carriesSecret the request held a password or token, so AWS's own text, which may repeat
 *     what it refuses, is not shown
 */
record AwsCall(Component component, String operation, String subject, boolean carriesSecret) {

  static AwsCall listing(Component component, String operation, String region) {
    return new AwsCall(component, operation, region, false);
  }

  static AwsCall of(Action action, boolean carriesSecret) {
    return new AwsCall(
        action.target().kind().component(),
        action.operation(),
        action.target().name(),
        carriesSecret);
  }

  @Override
  public String toString() {
    return operation + " for " + subject;
  }
}
