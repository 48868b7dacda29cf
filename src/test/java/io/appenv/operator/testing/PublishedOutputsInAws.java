package io.appenv.operator.testing;

import io.appenv.operator.sandbox.AwsFoundation;
import io.appenv.operator.sandbox.Sandbox;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.FilterNameStringType;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.ResourceTypeForTagging;

/** Parameter Store and Secrets Manager as another of their users sees them. */
public final class PublishedOutputsInAws implements AutoCloseable {

  private final Sandbox sandbox;
  private final SsmClient ssm;
  private final SecretsManagerClient secrets;

  public PublishedOutputsInAws(Sandbox sandbox) {
    this.sandbox = sandbox;
    this.ssm = AwsView.client(SsmClient.builder(), sandbox, AwsFoundation.REGION);
    this.secrets = AwsView.client(SecretsManagerClient.builder(), sandbox, AwsFoundation.REGION);
  }

  /** Below which an environment publishes. */
  public String path(EnvironmentUnderTest environment) {
    var cluster =
        sandbox.admin().namespaces().withName("kube-system").require().getMetadata().getUid();
    return "/appenv/%s/%s/%s/".formatted(cluster, environment.namespace(), environment.name());
  }

  public Map<String, String> parameters(String path) {
    var found = new TreeMap<String, String>();
    ssm.getParametersByPathPaginator(it -> it.path(path).recursive(true)).stream()
        .flatMap(page -> page.parameters().stream())
        .forEach(it -> found.put(it.name(), it.value()));
    return found;
  }

  /** Those that are not deleted, with their values. */
  public Map<String, String> secrets(String path) {
    var found = new TreeMap<String, String>();
    secrets
        .listSecretsPaginator(
            it -> it.filters(f -> f.key(FilterNameStringType.NAME).values(path.substring(1))))
        .stream()
        .flatMap(page -> page.secretList().stream())
        .forEach(
            it ->
                found.put(
                    it.name(), secrets.getSecretValue(s -> s.secretId(it.name())).secretString()));
    return found;
  }

  public Map<String, String> tags(String parameter) {
    return ssm
        .listTagsForResource(
            it -> it.resourceType(ResourceTypeForTagging.PARAMETER).resourceId(parameter))
        .tagList()
        .stream()
        .collect(Collectors.toMap(it -> it.key(), it -> it.value()));
  }

  public void untag(String parameter, String tag) {
    ssm.removeTagsFromResource(
        it -> it.resourceType(ResourceTypeForTagging.PARAMETER).resourceId(parameter).tagKeys(tag));
  }

  public void put(String parameter, String value) {
    ssm.putParameter(it -> it.name(parameter).value(value).type(ParameterType.STRING));
  }

  public void overwrite(String parameter, String value) {
    ssm.putParameter(it -> it.name(parameter).value(value).overwrite(true));
  }

  public void store(String secret, String value) {
    secrets.createSecret(it -> it.name(secret).secretString(value));
  }

  public void change(String secret, String value) {
    secrets.putSecretValue(it -> it.secretId(secret).secretString(value));
  }

  @Override
  public void close() {
    ssm.close();
    secrets.close();
  }
}
