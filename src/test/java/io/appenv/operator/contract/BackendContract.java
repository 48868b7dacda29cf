package io.appenv.operator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The life of one environment, the same for all backends. What a backend cannot do is asserted as
 * told, never left out.
 */
@WithOperator
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class BackendContract {

  private EnvironmentUnderTest environment;
  private AwsView aws;

  /** The backend that keeps this contract. */
  abstract BackendUnderTest backend();

  @BeforeAll
  void start(Sandbox sandbox, RunningOperator operator) {
    operator.restart(List.of("-Dappenv.sweep.idle-interval=1s"));
    aws = new AwsView(sandbox);
    backend().start(sandbox);
    environment = backend().apply(sandbox, "");
  }

  @AfterAll
  void stop(RunningOperator operator) throws Exception {
    environment.find().ifPresent(_ -> environment.delete());
    environment.awaitGone();
    backend().stop();
    aws.close();
    operator.stop();
  }

  @Test
  @Order(1)
  void itIsReadyWithAnEndpointAndAPassword() {
    environment.awaitReady();
    for (var service : List.of("database", "cache")) {
      var secret = secret(service);
      assertThat(decoded(secret, "host")).as(service).isNotEmpty();
      assertThat(decoded(secret, "password")).as(service).hasSizeGreaterThan(15);
    }
    assertThat(String.valueOf(environment.status().endpoints())).contains(":5432");
  }

  @Test
  @Order(2)
  void atRestNothingIsWritten(Sandbox sandbox) {
    backend().awaitRest(environment);
    var mark = sandbox.wires().recording().mark();
    backend().awaitLooks(sandbox, mark);
    assertThat(sandbox.wires().recording().writesSince(mark)).isEmpty();
  }

  @Test
  @Order(3)
  void aHarmlessChangeIsMadeAndADisruptiveOneWaitsForTheWindow(Sandbox sandbox) {
    backend().change(sandbox, environment, aws);
    environment.awaitReady();
  }

  @Test
  @Order(4)
  void whatSomebodyElseChangesIsPutRight() {
    backend().awaitRest(environment);
    backend().drift(environment, aws);
    Awaitility.await("the drift to be corrected")
        .atMost(EnvironmentUnderTest.PATIENCE)
        .until(() -> backend().isAsDeclared(environment, aws));
  }

  @Test
  @Order(5)
  void whatBelongsToSomebodyElseIsNotTouched(Sandbox sandbox) {
    backend().meetForeigner(sandbox, aws);
  }

  @Test
  @Order(6)
  void itIsDeletedWithACopyOrWithoutOneAsItSays(Sandbox sandbox) {
    backend().awaitRest(environment);
    environment.delete();
    environment.awaitGone();
    backend().assertCopied(environment, aws);
  }

  @Test
  @Order(7)
  void whatIsRetainedStays(Sandbox sandbox) {
    var kept =
        backend()
            .apply(sandbox, "database: {deletionPolicy: Retain}, cache: {deletionPolicy: Retain}");
    kept.awaitReady();
    kept.delete();
    kept.awaitGone();
    backend().assertRetained(kept, aws);
  }

  private Secret secret(String service) {
    return environment
        .client()
        .secrets()
        .inNamespace(environment.namespace())
        .withName(environment.name() + "-" + service)
        .require();
  }

  private static String decoded(Secret secret, String key) {
    return new String(
        Base64.getDecoder().decode(secret.getData().get(key)), StandardCharsets.UTF_8);
  }
}
