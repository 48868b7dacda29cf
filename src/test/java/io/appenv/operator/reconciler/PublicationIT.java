package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.ResourceStatus;
import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Call;
import io.appenv.operator.sandbox.wire.Fault;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.FirstCalls;
import io.appenv.operator.testing.PublishedOutputsInAws;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an environment tells of itself is in AWS, kept as it is, and gone with the environment. */
@WithOperator
class PublicationIT {

  private static final List<String> CALLS =
      List.of(
          "PutParameter",
          "DeleteParameter",
          "CreateSecret",
          "UpdateSecret",
          "TagResource",
          "RestoreSecret",
          "DeleteSecret");

  private static final List<String> OFTEN = List.of("-Dappenv.sweep.idle-interval=200ms");

  private static final Set<String> SERVICES = Set.of("ssm", "secretsmanager");

  /** With a cache and nothing else, which is there soonest. */
  private static final String SPEC =
      """
      spec:
        database: null
        configuration: {publish: true}
        tiers:
          - name: backend
            image: registry.example.com/shop/backend:1.0.0
            resources: {cpu: 100m, memory: 128Mi}
            uses: [cache]
            scaling: {min: 1, max: 1}
      """;

  private static PublishedOutputsInAws aws;

  @BeforeAll
  static void lookOften(Sandbox sandbox, RunningOperator operator) {
    operator.restart(OFTEN);
    aws = new PublishedOutputsInAws(sandbox);
  }

  @AfterAll
  static void usualOperator(RunningOperator operator) {
    aws.close();
    operator.stop();
  }

  private static EnvironmentUnderTest published(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "staging", SPEC);
    environment.awaitReady();
    return environment;
  }

  private static String url(EnvironmentUnderTest environment) {
    var data =
        environment
            .client()
            .secrets()
            .inNamespace(environment.namespace())
            .withName("staging-cache")
            .require()
            .getData();
    return new String(
        Base64.getDecoder().decode(data.get("REDIS_URL_STG")), StandardCharsets.UTF_8);
  }

  private static void isPublished(EnvironmentUnderTest environment) {
    var path = aws.path(environment);
    assertThat(aws.parameters(path).keySet())
        .containsExactly(path + "REDIS_HOST_STG", path + "REDIS_PORT_STG");
    assertThat(aws.secrets(path))
        .containsExactly(Map.entry(path.substring(1) + "REDIS_URL_STG", url(environment)));
  }

  @Test
  void outputsArePublishedAndNothingIsWrittenAfterwards(Sandbox sandbox, RunningOperator operator) {
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "staging");
    environment.apply("spec: {configuration: {publish: true}}");
    environment.awaitReady();
    var path = aws.path(environment);
    var parameters = aws.parameters(path);
    parameters.forEach((name, value) -> System.out.println(name + " = " + value));
    assertThat(parameters)
        .containsKeys(path + "DATABASE_HOST_STG", path + "REDIS_HOST_STG")
        .containsEntry(path + "DATABASE_PORT_STG", "5432");
    var secrets = aws.secrets(path);
    secrets.keySet().forEach(System.out::println);
    assertThat(secrets).containsEntry(path.substring(1) + "REDIS_URL_STG", url(environment));
    assertThat(secrets.get(path.substring(1) + "DATABASE_URL_STG")).startsWith("postgresql://");
    assertThat(aws.tags(path + "REDIS_HOST_STG"))
        .containsEntry("appenv.io/uid", environment.get().getMetadata().getUid());
    assertThat(environment.status().inventory())
        .filteredOn(it -> Set.of("ssm", "secretsmanager").contains(it.service()))
        .extracting(ResourceStatus::name)
        .hasSize(parameters.size() + secrets.size());
    var told = environment.condition("ConfigurationReady").orElseThrow().getMessage();
    System.out.println(told);
    assertThat(told).endsWith("the outputs are published below %s.".formatted(path));

    var mark = sandbox.wires().recording().mark();
    Awaitility.await()
        .atMost(EnvironmentUnderTest.PATIENCE)
        .until(
            () ->
                sandbox
                        .wires()
                        .recording()
                        .since(mark, it -> it.operation().equals("ListSecrets"))
                        .size()
                    > 5);
    assertThat(sandbox.wires().recording().since(mark, PublicationIT::isWrite)).isEmpty();
    secrets.values().forEach(it -> nobodyElseReads(it, sandbox, operator, environment));
    environment.delete();
    environment.awaitGone();
    assertThat(aws.parameters(path)).isEmpty();
    assertThat(aws.secrets(path)).isEmpty();
  }

  private static void nobodyElseReads(
      String url, Sandbox sandbox, RunningOperator operator, EnvironmentUnderTest environment) {
    assertThat(String.valueOf(environment.get())).doesNotContain(url);
    assertThat(String.join("\n", environment.events())).doesNotContain(url);
    assertThat(
            sandbox.wires().recording().since(0).stream()
                .filter(it -> !it.call().operation().matches("(Create|Update)Secret"))
                .map(it -> it.call() + " " + it.call().parameters()))
        .noneMatch(it -> it.contains(url));
    try {
      assertThat(Files.readString(operator.process().log())).doesNotContain(url);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  @Test
  void whatSomebodyChangedIsWrittenOver(Sandbox sandbox) {
    var environment = published(sandbox);
    var path = aws.path(environment);
    aws.overwrite(path + "REDIS_PORT_STG", "1");
    aws.change(path.substring(1) + "REDIS_URL_STG", "redis://elsewhere");
    environment.await(
        "both to be as they were",
        _ ->
            "6379".equals(aws.parameters(path).get(path + "REDIS_PORT_STG"))
                && url(environment)
                    .equals(aws.secrets(path).get(path.substring(1) + "REDIS_URL_STG")));
    aws.untag(path + "REDIS_HOST_STG", "appenv.io/uid");
    environment.await(
        "its tags to be as they were",
        _ -> aws.tags(path + "REDIS_HOST_STG").containsKey("appenv.io/uid"));

    environment.patchSpec("configuration: {publish: false}");
    environment.await(
        "all to be gone", _ -> aws.parameters(path).isEmpty() && aws.secrets(path).isEmpty());
    environment.patchSpec("configuration: {publish: true}");
    environment.await("all to be there", _ -> aws.secrets(path).size() == 1);
    environment.awaitReady();
    isPublished(environment);
    environment.delete();
    environment.awaitGone();
  }

  @Test
  void whatIsOfOthersIsNeverTouched(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "staging");
    var path = aws.path(environment);
    aws.put(path + "REDIS_HOST_STG", "theirs");
    aws.store(path.substring(1) + "REDIS_URL_STG", "theirs");
    environment.apply(SPEC);
    var told = environment.awaitReason("ConfigurationReady", "NotOurs").getMessage();
    assertThat(told).contains(path + "REDIS_HOST_STG");
    environment.delete();
    environment.awaitGone();
    assertThat(aws.parameters(path)).containsExactly(Map.entry(path + "REDIS_HOST_STG", "theirs"));
    assertThat(aws.secrets(path))
        .containsExactly(Map.entry(path.substring(1) + "REDIS_URL_STG", "theirs"));
  }

  /** And then of another one of its name, which finds a secret that is not deleted for good. */
  private static void lifeOfOne(Sandbox sandbox) {
    var environment = published(sandbox);
    var path = aws.path(environment);
    isPublished(environment);
    aws.overwrite(path + "REDIS_PORT_STG", "1");
    environment.await(
        "it to be as it was",
        _ -> "6379".equals(aws.parameters(path).get(path + "REDIS_PORT_STG")));
    environment.delete();
    environment.awaitGone();
    assertThat(aws.parameters(path)).isEmpty();
    assertThat(aws.secrets(path)).isEmpty();

    environment.apply(SPEC);
    environment.awaitReady();
    isPublished(environment);
    environment.delete();
    environment.awaitGone();
    assertThat(aws.parameters(path)).isEmpty();
    assertThat(aws.secrets(path)).isEmpty();
  }

  static Stream<Fault> faults() {
    return Stream.of(Fault.errorAfterCommit(), new Fault.LoseAnswer());
  }

  /** Of each call the first. */
  @ParameterizedTest
  @MethodSource("faults")
  void aLostAnswerChangesNothing(Fault fault, Sandbox sandbox) {
    var disturbed = new FirstCalls(SERVICES);
    try (var _ = disturbed.meet(fault, sandbox)) {
      lifeOfOne(sandbox);
      assertThat(disturbed.struck()).containsExactlyInAnyOrderElementsOf(CALLS);
    }
  }

  /** At the first of each call, once it is carried out. */
  @Test
  void anOperatorKilledAtEachCallGoesOnWhereItWas(Sandbox sandbox, RunningOperator operator) {
    var killed = new FirstCalls(SERVICES);
    try (var _ = killed.meet(new Fault.After(() -> operator.crash(OFTEN)), sandbox)) {
      lifeOfOne(sandbox);
      assertThat(killed.struck()).containsExactlyInAnyOrderElementsOf(CALLS);
    }
  }

  private static boolean isWrite(Call call) {
    return call.isWrite() && SERVICES.contains(call.service());
  }
}
