package io.appenv.operator.backend.aws;

import software.amazon.awssdk.core.exception.SdkClientException;

/** An answer of status 200 that does not come from AWS, such as the page of a proxy. */
final class AnsweredBySomethingElse extends SdkClientException {

  private static final long serialVersionUID = 1L;

  AnsweredBySomethingElse() {
    super(SdkClientException.builder().message("an answer without request id"));
  }
}
