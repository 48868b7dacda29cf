package io.appenv.operator.backend.aws;

import io.appenv.operator.model.FailureException;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** Makes calls and turns what the SDK throws into failures of the model. */
final class AwsCalls {

  private AwsCalls() {}

  /** Makes a call that has to succeed. */
  static <T> T make(AwsCall call, Supplier<T> request) {
    try {
      return request.get();
    } catch (SdkException failure) {
      throw new FailureException(AwsErrors.classify(call, failure).failure());
    }
  }

  /** Makes a call about something that may be gone: empty when AWS says that it is. */
  static <T> Optional<T> makeUnlessGone(AwsCall call, Supplier<T> request) {
    try {
      return Optional.of(request.get());
    } catch (SdkException failure) {
      return switch (AwsErrors.classify(call, failure)) {
        case Verdict.Gone _ -> Optional.empty();
        case Verdict.Refused refused -> throw new FailureException(refused.failure());
      };
    }
  }
}
