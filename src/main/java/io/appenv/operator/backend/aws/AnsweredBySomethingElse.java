package io.appenv.operator.backend.aws;

/**
 * An answer of status 200 that does not come from AWS, such as the page of a proxy. It is thrown as
 * the cause of an exception of the SDK, which puts others in their place but keeps the cause.
 */
final class AnsweredBySomethingElse extends RuntimeException {

  private static final long serialVersionUID = 1L;

  AnsweredBySomethingElse() {
    super("an answer without request id");
  }
}
