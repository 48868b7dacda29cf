package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.model.InvalidReplicationGroupStateException;

/** Passwords are changed by deleting the Secrets that hold them. */
@WithOperator
class CredentialsIT {

  @Test
  void newPasswordsReachAwsAndTheTiersOnce(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    environment.awaitReady();
    var before = password(environment, "cache");
    var mark = sandbox.wires().recording().mark();
    for (var name : List.of("database-credentials", "cache-credentials")) {
      environment
          .client()
          .secrets()
          .inNamespace(environment.namespace())
          .withName("production-" + name)
          .delete();
    }
    try (var aws = new AwsView(sandbox)) {
      var uid = secret(environment, "cache-credentials").getMetadata().getUid();
      Awaitility.await("the cache to know the new Secret")
          .atMost(EnvironmentUnderTest.PATIENCE)
          .until(() -> tag(aws, environment).equals(uid));
    }
    Awaitility.await("the former token to be dropped")
        .atMost(EnvironmentUnderTest.PATIENCE)
        .until(() -> parameters(sandbox, mark, "AuthTokenUpdateStrategy").contains("SET"));
    environment.await("no plan", it -> it.getStatus().plan() == null);
    environment.awaitReady();

    assertThat(password(environment, "cache")).isNotEqualTo(before);
    assertThat(parameters(sandbox, mark, "AuthToken"))
        .hasSize(2)
        .containsOnly(password(environment, "cache"));
    assertThat(parameters(sandbox, mark, "AuthTokenUpdateStrategy"))
        .containsExactly("ROTATE", "SET");
    assertThat(parameters(sandbox, mark, "MasterUserPassword"))
        .containsExactly(password(environment, "database"));
    environment.delete();
    environment.awaitGone();
  }

  /** In the order of the calls that carried it. */
  private static List<String> parameters(Sandbox sandbox, long mark, String parameter) {
    return sandbox
        .wires()
        .recording()
        .since(mark, call -> call.parameters().containsKey(parameter))
        .stream()
        .map(entry -> entry.call().parameters().getOrDefault(parameter, ""))
        .toList();
  }

  /** Empty while the group is being changed, when ElastiCache does not tell its tags. */
  private static String tag(AwsView aws, EnvironmentUnderTest environment) {
    var group = aws.group(environment.awsPrefix()).orElseThrow();
    try {
      return aws
          .elastiCache()
          .listTagsForResource(request -> request.resourceName(group.arn()))
          .tagList()
          .stream()
          .filter(it -> it.key().equals("appenv.io/credentials"))
          .map(it -> it.value())
          .findFirst()
          .orElse("");
    } catch (InvalidReplicationGroupStateException busy) {
      return "";
    }
  }

  private static Secret secret(EnvironmentUnderTest environment, String name) {
    return Awaitility.await("Secret production-" + name)
        .atMost(EnvironmentUnderTest.PATIENCE)
        .until(
            () ->
                environment
                    .client()
                    .secrets()
                    .inNamespace(environment.namespace())
                    .withName("production-" + name)
                    .get(),
            found -> found != null);
  }

  private static String password(EnvironmentUnderTest environment, String service) {
    var data = secret(environment, service).getData().get("password");
    return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
  }
}
