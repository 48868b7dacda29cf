package io.appenv.operator.backend.aws;

import io.appenv.operator.model.Action;
import io.appenv.operator.model.Failure.Waiting;
import io.appenv.operator.model.FailureException;
import io.appenv.operator.model.Reason;
import java.util.Optional;

/** The password or token a call needs. */
final class RequiredSecret {

  private RequiredSecret() {}

  static String of(Optional<String> secret, Action action) {
    return secret.orElseThrow(() -> new FailureException(missing(action)));
  }

  private static Waiting missing(Action action) {
    return new Waiting(
        action.target().kind().component(),
        Reason.WAITING_FOR_CREDENTIALS,
        action.operation()
            + " for "
            + action.target().name()
            + " waits until the credentials Secret of the environment can be read.");
  }
}
