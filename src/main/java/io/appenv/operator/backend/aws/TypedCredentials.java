package io.appenv.operator.backend.aws;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** The standard credentials chain, whose failure has a type of its own. */
record TypedCredentials(AwsCredentialsProvider chain) implements AwsCredentialsProvider {

  @Override
  public AwsCredentials resolveCredentials() {
    try {
      return chain.resolveCredentials();
    } catch (SdkClientException failure) {
      throw new CredentialsUnavailable(failure);
    }
  }
}
