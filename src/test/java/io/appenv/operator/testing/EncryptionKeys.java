package io.appenv.operator.testing;

import io.appenv.operator.sandbox.AwsFoundation;
import io.appenv.operator.sandbox.Sandbox;
import software.amazon.awssdk.services.kms.KmsClient;

/** Keys of the account, as its security team makes them. */
public final class EncryptionKeys {

  private EncryptionKeys() {}

  /** The ARN of a new one. */
  public static String create(Sandbox sandbox) {
    try (var kms = AwsView.client(KmsClient.builder(), sandbox, AwsFoundation.REGION)) {
      return kms.createKey().keyMetadata().arn();
    }
  }
}
