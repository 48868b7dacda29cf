package io.appenv.operator.backend.aws;

import software.amazon.awssdk.core.exception.SdkClientException;

/** No link of the credentials chain had credentials: a type where the SDK has only a text. */
final class CredentialsUnavailable extends SdkClientException {

  private static final long serialVersionUID = 1L;

  CredentialsUnavailable(SdkClientException cause) {
    super(SdkClientException.builder().message("no AWS credentials").cause(cause));
  }
}
