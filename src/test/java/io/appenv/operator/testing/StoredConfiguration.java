package io.appenv.operator.testing;

import io.appenv.operator.sandbox.AwsFoundation;
import io.appenv.operator.sandbox.Sandbox;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** What somebody keeps in Parameter Store and Secrets Manager. */
public final class StoredConfiguration implements AutoCloseable {

  private final SsmClient ssm;
  private final SecretsManagerClient secrets;

  public StoredConfiguration(Sandbox sandbox) {
    this.ssm = AwsView.client(SsmClient.builder(), sandbox, AwsFoundation.REGION);
    this.secrets = AwsView.client(SecretsManagerClient.builder(), sandbox, AwsFoundation.REGION);
  }

  public void parameter(String name, String value) {
    ssm.putParameter(
        it -> it.name(name).value(value).type(ParameterType.SECURE_STRING).overwrite(true));
  }

  public void deleteParameter(String name) {
    ssm.deleteParameter(it -> it.name(name));
  }

  public void secret(String name, String value) {
    secrets.createSecret(it -> it.name(name).secretString(value));
  }

  @Override
  public void close() {
    ssm.close();
    secrets.close();
  }
}
