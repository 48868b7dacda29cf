package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.resolver.PredictedName;
import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.Belongings;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What bears the name of an environment's resource and is somebody else's is not touched. */
@WithOperator
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NotOursIT {

  private static final Map<Foreigner, EnvironmentUnderTest> BLOCKED =
      new EnumMap<>(Foreigner.class);

  private static AwsView aws;
  private static String cluster;
  private static long mark;

  @BeforeAll
  static void apply(Sandbox sandbox, RunningOperator operator) {
    // What waits for somebody to act is looked at in the slow rhythm.
    operator.restart(List.of("-Dappenv.sweep.idle-interval=1s"));
    aws = new AwsView(sandbox);
    cluster = sandbox.admin().namespaces().withName("kube-system").require().getMetadata().getUid();
    mark = sandbox.wires().recording().mark();
    for (var foreigner : Foreigner.values()) {
      var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
      BLOCKED.put(foreigner, environment);
      foreigner.create(aws, sandbox, name(environment));
      environment.apply("{}");
    }
  }

  @AfterAll
  static void delete(RunningOperator operator) {
    BLOCKED.values().forEach(EnvironmentUnderTest::delete);
    BLOCKED.values().forEach(EnvironmentUnderTest::awaitGone);
    aws.close();
    operator.stop();
  }

  @ParameterizedTest
  @EnumSource
  @Order(1)
  void itIsTold(Foreigner foreigner) {
    var environment = environment(foreigner);
    var told = environment.awaitReason(foreigner.condition, "NotOurs");
    assertThat(told.getStatus()).isEqualTo("False");
    assertThat(told.getMessage()).contains(name(environment)).contains("under another name");
    assertThat(environment.condition("Stalled").orElseThrow().getReason()).isEqualTo("NotOurs");
  }

  @Test
  @Order(2)
  void anotherEnvironmentIsNotDelayed(Sandbox sandbox) {
    var healthy = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    healthy.awaitReady();
    BLOCKED.values().forEach(it -> assertThat(it.isReady()).as(it.toString()).isFalse());
    healthy.delete();
    healthy.awaitGone();
  }

  /** A picture from before it was there may make the operator try, which AWS refuses. */
  @ParameterizedTest
  @EnumSource
  @Order(3)
  void itIsNotTouched(Foreigner foreigner, Sandbox sandbox) {
    var name = name(environment(foreigner));
    assertThat(sandbox.wires().recording().writesSince(mark))
        .filteredOn(entry -> entry.call().target().contains(name))
        .filteredOn(entry -> foreigner.isAbout(entry.call()))
        .allMatch(entry -> entry.status() >= 400);
  }

  @ParameterizedTest
  @EnumSource
  @Order(4)
  void onceItIsGoneTheEnvironmentHasItsOwn(Foreigner foreigner) {
    var environment = environment(foreigner);
    foreigner.remove(aws, name(environment));
    environment.awaitReady();
    Belongings.assertOneOfEach(environment, aws);
  }

  /** A new environment of the same name does not own what the former one left. */
  @Test
  @Order(5)
  void whatAFormerEnvironmentRetainedIsNotTaken(Sandbox sandbox) {
    var retained =
        """
        spec:
          database: {deletionPolicy: Retain}
          cache: {deletionPolicy: Retain}
        """;
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production", retained);
    environment.awaitReady();
    var uid = environment.get().getMetadata().getUid();
    environment.delete();
    environment.awaitGone();

    var again = sandbox.wires().recording().mark();
    environment.apply("{}");
    environment.awaitReason("DatabaseReady", "NotOurs");
    environment.awaitReason("CacheReady", "NotOurs");
    assertThat(aws.instance(environment.awsPrefix()).orElseThrow().tagList())
        .anyMatch(tag -> tag.key().equals("appenv.io/uid") && tag.value().equals(uid));
    assertThat(sandbox.wires().recording().writesSince(again))
        .noneMatch(entry -> entry.call().target().startsWith(environment.awsPrefix()));
    environment.delete();
    environment.awaitGone();
    assertThat(aws.instance(environment.awsPrefix())).isPresent();
    assertThat(aws.group(environment.awsPrefix())).isPresent();
    assertThat(retainedCredentials(environment)).hasSize(2);
  }

  /** The passwords that open what was retained. */
  private static List<Secret> retainedCredentials(EnvironmentUnderTest environment) {
    return environment
        .client()
        .secrets()
        .inNamespace(environment.namespace())
        .list()
        .getItems()
        .stream()
        .filter(secret -> secret.getMetadata().getName().endsWith("-credentials"))
        .filter(secret -> secret.getMetadata().getOwnerReferences().isEmpty())
        .toList();
  }

  private static String name(EnvironmentUnderTest environment) {
    return PredictedName.of(cluster, environment.namespace(), environment.name());
  }

  private static EnvironmentUnderTest environment(Foreigner foreigner) {
    return Objects.requireNonNull(BLOCKED.get(foreigner));
  }
}
