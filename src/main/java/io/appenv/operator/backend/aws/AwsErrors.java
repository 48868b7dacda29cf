package io.appenv.operator.backend.aws;

import static io.appenv.operator.backend.aws.AbsentFields.orEmpty;

import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Failure.AwsError;
import io.appenv.operator.model.Failure.Recoverable;
import io.appenv.operator.model.Failure.Terminal;
import io.appenv.operator.model.Failure.Waiting;
import io.appenv.operator.model.Reason;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Classifies errors by code and type, never by their text. */
final class AwsErrors {

  private AwsErrors() {}

  static Verdict classify(AwsCall call, SdkException exception) {
    return switch (exception) {
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
    var code = code(exception);
    var kind = ErrorCodes.kind(code, exception.statusCode());
    var failure = failure(call, kind, new AwsAnswer(code, exception));
    return kind == ErrorKind.NOT_FOUND ? new Verdict.Gone(failure) : new Verdict.Refused(failure);
  }

  private static String code(AwsServiceException exception) {
    var details = exception.awsErrorDetails();
    return details == null ? "" : orEmpty(details.errorCode());
  }

  private static Failure failure(AwsCall call, ErrorKind kind, AwsAnswer answer) {
    var component = call.component();
    var cause = answer.cause();
    var said = answer.said(call);
    return switch (kind) {
      case THROTTLED ->
          new Recoverable(
              component,
              Reason.THROTTLED,
              "AWS throttles " + call + "; it is tried again, more slowly.",
              cause);
      case ACCESS_DENIED ->
          new Recoverable(
              component,
              Reason.ACCESS_DENIED,
              "AWS refuses the operator's credentials for "
                  + call
                  + " ("
                  + answer.code()
                  + "): allow the action in the IAM policy of the operator, or renew the"
                  + " credentials."
                  + said,
              cause);
      case QUOTA_EXCEEDED ->
          new Recoverable(
              component,
              Reason.QUOTA_EXCEEDED,
              "A quota of the AWS account stops "
                  + call
                  + " ("
                  + answer.code()
                  + "): raise it in Service Quotas or remove what is not needed."
                  + said,
              cause);
      case NO_CAPACITY ->
          new Recoverable(
              component,
              Reason.UPSTREAM_ERROR,
              "AWS has no free capacity for "
                  + call
                  + "; it is tried again, and another class or other zones may have some.",
              cause);
      case ALREADY_EXISTS ->
          new Waiting(
              component,
              Reason.CREATING,
              call + " found that it exists already; it is being read back.");
      case SNAPSHOT_EXISTS ->
          new Recoverable(
              component,
              Reason.SNAPSHOT_FAILED,
              call
                  + " was refused because a snapshot of the final snapshot's name exists: rename"
                  + " or delete that snapshot.",
              cause);
      case NOT_FOUND ->
          new Waiting(
              component,
              Reason.OBSERVING,
              call + " met something that does not exist (" + answer.code() + "); looking again.");
      case BUSY ->
          new Waiting(
              component,
              Reason.MODIFYING,
              call + " has to wait until AWS has finished another change.");
      case TOO_FEW_ZONES ->
          new Terminal(
              component,
              Reason.TOO_FEW_ZONES,
              "The subnets given to "
                  + call
                  + " lie in too few availability zones: name private subnets in at least two.",
              cause);
      case KEY_UNUSABLE ->
          new Terminal(
              component,
              Reason.INVALID_REQUEST,
              "The KMS key named in the spec cannot be used by "
                  + call
                  + ": name an enabled key of this region and allow the operator to use it.",
              cause);
      case INVALID ->
          new Terminal(
              component,
              Reason.INVALID_REQUEST,
              "AWS refuses "
                  + call
                  + " ("
                  + answer.code()
                  + "): correct the field of the spec that it names."
                  + said,
              cause);
      case UPSTREAM ->
          new Recoverable(
              component,
              Reason.UPSTREAM_ERROR,
              "The AWS endpoint failed on "
                  + call
                  + " (HTTP status "
                  + answer.status()
                  + "); it is tried again.",
              cause);
    };
  }

  /** What AWS answered, in the parts a message may show. */
  private record AwsAnswer(String code, AwsServiceException exception) {

    int status() {
      return exception.statusCode();
    }

    Optional<AwsError> cause() {
      return Optional.of(
          new AwsError(code.isEmpty() ? "None" : code, orEmpty(exception.requestId())));
    }

    String said(AwsCall call) {
      var details = exception.awsErrorDetails();
      var text = details == null ? "" : orEmpty(details.errorMessage()).strip();
      return call.carriesSecret() || text.isEmpty() ? "" : " AWS says: " + text;
    }
  }
}
