package io.appenv.operator.backend.aws;

import static io.appenv.operator.backend.aws.AbsentFields.orEmpty;

import io.appenv.operator.model.Failure.AwsError;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * An error AWS answered with, in the parts a message may show.
 *
 * @param code empty when the answer carried none
 * @param status of HTTP
 */
record AwsAnswer(String code, int status, String requestId, String text) {

  static AwsAnswer of(AwsServiceException exception) {
    var details = exception.awsErrorDetails();
    return new AwsAnswer(
        details == null ? "" : code(details),
        exception.statusCode(),
        orEmpty(exception.requestId()),
        details == null ? "" : orEmpty(details.errorMessage()).strip());
  }

  /** Endpoints that stand in for AWS write an absent code as a word. */
  private static String code(AwsErrorDetails details) {
    var code = orEmpty(details.errorCode()).strip();
    return code.equals("None") || code.equals("null") ? "" : code;
  }

  /** The code in parentheses; nothing where there is none. */
  String inParentheses() {
    return code.isEmpty() ? "" : " (" + code + ")";
  }

  /** What a support case needs; empty where the answer was hardly AWS's own. */
  Optional<AwsError> cause() {
    return code.isEmpty() ? Optional.empty() : Optional.of(new AwsError(code, requestId));
  }

  /** AWS's own text, without the secret of the call, which it might repeat. */
  String said(AwsCall call) {
    return text.isEmpty() ? "" : " AWS says: " + call.masked(text);
  }
}
