package io.appenv.operator.backend.aws;

import io.appenv.operator.model.FailureException;
import io.appenv.operator.model.Receipt;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.exception.SdkException;

/** Makes calls and turns what the SDK throws into failures of the model. */
final class AwsCalls {

  /** What the SDK says where the answer had none. */
  private static final String NO_REQUEST_ID = "UNKNOWN";

  private AwsCalls() {}

  /** Makes a call that has to succeed. */
  static <T> T make(AwsCall call, Supplier<? extends T> request) {
    try {
      return request.get();
    } catch (SdkException failure) {
      throw new FailureException(AwsErrors.classify(call, failure).failure());
    }
  }

  /** Makes a call that changes something and has to succeed. */
  static Receipt write(AwsCall call, Supplier<? extends AwsResponse> request) {
    return receipt(make(call, request));
  }

  /** Makes a call that removes something that may be gone already. */
  static Receipt writeUnlessGone(AwsCall call, Supplier<? extends AwsResponse> request) {
    return makeUnlessGone(call, request).map(AwsCalls::receipt).orElseGet(Receipt::none);
  }

  static Receipt receipt(AwsResponse answer) {
    var id = answer.responseMetadata().requestId();
    return new Receipt(Optional.ofNullable(id).filter(it -> !it.equals(NO_REQUEST_ID)));
  }

  /** Makes a call about something that may be gone: empty when AWS says that it is. */
  static <T> Optional<T> makeUnlessGone(AwsCall call, Supplier<? extends T> request) {
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
