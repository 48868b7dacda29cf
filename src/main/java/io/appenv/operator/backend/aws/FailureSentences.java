package io.appenv.operator.backend.aws;

import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Failure.Recoverable;
import io.appenv.operator.model.Failure.Terminal;
import io.appenv.operator.model.Failure.Waiting;
import io.appenv.operator.model.Reason;

/** Says in one sentence what went wrong and what helps. */
final class FailureSentences {

  private FailureSentences() {}

  static Failure of(AwsCall call, ErrorKind kind, AwsAnswer answer) {
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
                  + answer.inParentheses()
                  + ": allow the action in the IAM policy of the operator, or renew the"
                  + " credentials."
                  + said,
              cause);
      case QUOTA_EXCEEDED ->
          new Recoverable(
              component,
              Reason.QUOTA_EXCEEDED,
              "A quota of the AWS account stops "
                  + call
                  + answer.inParentheses()
                  + ": raise it in Service Quotas or remove what is not needed."
                  + said,
              cause);
      case NO_CAPACITY ->
          new Recoverable(
              component,
              Reason.UPSTREAM_ERROR,
              "AWS has no free capacity for "
                  + call
                  + "; it is tried again, and another class or other zones may have some."
                  + said,
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
      case NAME_TAKEN ->
          new Terminal(
              component,
              Reason.NAME_TAKEN,
              call
                  + " was refused because somebody else has a bucket of this name, and no two of"
                  + " all AWS accounts share one: write another name in spec.files.bucketName.",
              cause);
      case NOT_EMPTY ->
          new Waiting(
              component,
              Reason.DELETING,
              call + " found that it is not empty any more; it is looked into again.");
      case NOT_FOUND ->
          new Waiting(
              component,
              Reason.OBSERVING,
              call
                  + " met something that does not exist"
                  + answer.inParentheses()
                  + "; looking again.");
      case BUSY ->
          new Waiting(
              component,
              Reason.MODIFYING,
              call + " has to wait until AWS has finished another change.");
      case IN_USE ->
          new Waiting(
              component,
              Reason.DELETING,
              call
                  + " has to wait until nothing needs it any more"
                  + answer.inParentheses()
                  + ": network interfaces go some minutes after what they were for; a rule of"
                  + " another group that names it has to be taken away.");
      case TOO_FEW_ZONES ->
          new Terminal(
              component,
              Reason.TOO_FEW_ZONES,
              "The subnets given to "
                  + call
                  + " lie in too few availability zones: name private subnets in at least two."
                  + said,
              cause);
      case KEY_UNUSABLE ->
          new Terminal(
              component,
              Reason.INVALID_REQUEST,
              "The KMS key named in the spec cannot be used by "
                  + call
                  + ": name an enabled key of this region and allow the operator to use it."
                  + said,
              cause);
      case INVALID ->
          new Terminal(
              component,
              Reason.INVALID_REQUEST,
              "AWS refuses "
                  + call
                  + answer.inParentheses()
                  + ": correct the field of the spec that it names."
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
}
