package io.appenv.operator.backend.aws;

import io.appenv.operator.model.Failure.Recoverable;
import io.appenv.operator.model.Reason;
import javax.xml.stream.XMLStreamException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Classifies errors by code and type, never by their text. */
final class AwsErrors {

  private AwsErrors() {}

  static Verdict classify(AwsCall call, SdkException exception) {
    return switch (knownType(exception)) {
      case AwsServiceException answered -> answered(call, answered);
      case CredentialsUnavailable _ ->
          new Verdict.Refused(
              new Recoverable(
                  call.component(),
                  Reason.ACCESS_DENIED,
                  "No AWS credentials were found for "
                      + call
                      + ": give the operator's ServiceAccount an IAM role, or set the AWS"
                      + " credential variables."));
      case AnsweredBySomethingElse _, XMLStreamException _ ->
          new Verdict.Refused(
              new Recoverable(
                  call.component(),
                  Reason.UPSTREAM_ERROR,
                  "Something other than AWS answered "
                      + call
                      + ": check proxies and the endpoint of the service."));
      default ->
          new Verdict.Refused(
              new Recoverable(
                  call.component(),
                  Reason.UNREACHABLE,
                  "AWS did not answer "
                      + call
                      + " in time: check the network path and the endpoint of the service."));
    };
  }

  private static Verdict answered(AwsCall call, AwsServiceException exception) {
    var answer = AwsAnswer.of(exception);
    var kind = ErrorCodes.kind(answer.code(), answer.status());
    var failure = FailureSentences.of(call, kind, answer);
    return kind == ErrorKind.NOT_FOUND ? new Verdict.Gone(failure) : new Verdict.Refused(failure);
  }

  /** The SDK wraps what is thrown inside an attempt. */
  private static Throwable knownType(SdkException exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof CredentialsUnavailable
          || cause instanceof AnsweredBySomethingElse
          || cause instanceof XMLStreamException) {
        return cause;
      }
    }
    return exception;
  }
}
