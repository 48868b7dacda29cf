package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Call;
import io.appenv.operator.sandbox.wire.Fault;
import io.appenv.operator.sandbox.wire.Recording;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.StoredConfiguration;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tiers read comes from AWS, in versions; and nobody else reads it. */
@WithOperator
class ConfigurationIT {

  private static final List<String> OFTEN =
      List.of("-Dappenv.configuration.interval=1s", "-Dappenv.sweep.idle-interval=1s");

  private static final Set<String> READS =
      Set.of("GetParameters", "GetParametersByPath", "BatchGetSecretValue");

  private static final String SPEC =
      """
      spec:
        database: null
        cache: null
        tiers:
          - name: frontend
            image: registry.example.com/shop/frontend:1.0.0
            resources: {cpu: 100m, memory: 128Mi}
            scaling: {min: 1, max: 1}
            env: [{name: LOG_LEVEL, value: canary-literal}]
          - name: backend
            image: registry.example.com/shop/backend:1.0.0
            resources: {cpu: 100m, memory: 128Mi}
            scaling: {min: 1, max: 1}
            env:
              - {name: FEATURES, parameter: /appenv/NAMESPACE/features}
              - {name: API_KEY, secret: {name: appenv/NAMESPACE/payments, key: apiKey}}
            envFrom: [{parameterPath: /appenv/NAMESPACE/backend/}]
            requiredEnv: [API_KEY]
      """;

  private StoredConfiguration stored;

  @BeforeAll
  static void readOften(RunningOperator operator) {
    operator.restart(OFTEN);
  }

  @AfterAll
  static void usualOperator(RunningOperator operator) {
    operator.stop();
  }

  @BeforeEach
  void open(Sandbox sandbox) {
    stored = new StoredConfiguration(sandbox);
  }

  @AfterEach
  void close() {
    stored.close();
  }

  /** As they are in the manifest or in AWS, and in a Secret. */
  private static List<String> canaries() {
    return Stream.of("literal", "features", "smtp", "key", "changed")
        .map("canary-"::concat)
        .flatMap(
            it ->
                Stream.of(
                    it, Base64.getEncoder().encodeToString(it.getBytes(StandardCharsets.UTF_8))))
        .toList();
  }

  /** With everything in AWS that it reads. */
  private EnvironmentUnderTest configured(Sandbox sandbox) {
    sandbox.wires().recording().seek(canaries());
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
    var namespace = environment.namespace();
    stored.parameter("/appenv/%s/features".formatted(namespace), "canary-features");
    stored.parameter("/appenv/%s/backend/SMTP_HOST".formatted(namespace), "canary-smtp");
    stored.secret(
        "appenv/%s/payments".formatted(namespace), "{\"apiKey\":\"canary-key\",\"other\":1}");
    environment.apply(SPEC.replace("NAMESPACE", namespace));
    return environment;
  }

  private static Deployment deployment(EnvironmentUnderTest environment, String tier) {
    return environment
        .client()
        .apps()
        .deployments()
        .inNamespace(environment.namespace())
        .withName("production-" + tier)
        .require();
  }

  private static String version(EnvironmentUnderTest environment, String tier) {
    return deployment(environment, tier)
        .getSpec()
        .getTemplate()
        .getMetadata()
        .getLabels()
        .getOrDefault("appenv.io/configuration", "none");
  }

  private static List<Secret> versions(EnvironmentUnderTest environment) {
    return environment
        .client()
        .secrets()
        .inNamespace(environment.namespace())
        .withLabel("appenv.io/role", "configuration")
        .withLabel("appenv.io/tier", "backend")
        .list()
        .getItems();
  }

  /** What the pods of the tier read now. */
  private static Map<String, String> values(EnvironmentUnderTest environment) {
    var name = "production-backend-config-" + version(environment, "backend");
    var values = new TreeMap<String, String>();
    environment
        .client()
        .secrets()
        .inNamespace(environment.namespace())
        .withName(name)
        .require()
        .getData()
        .forEach(
            (key, value) ->
                values.put(
                    key, new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)));
    return values;
  }

  private static void awaitVersion(EnvironmentUnderTest environment, Predicate<String> which) {
    environment.await("another version", _ -> which.test(version(environment, "backend")));
  }

  @Test
  void aChangedParameterRollsOnlyTheTierThatReadsIt(Sandbox sandbox, RunningOperator operator) {
    var environment = configured(sandbox);
    environment.awaitReady();
    assertThat(environment.condition("ConfigurationReady").orElseThrow().getStatus())
        .isEqualTo("True");
    assertThat(values(environment))
        .containsOnly(
            Map.entry("FEATURES", "canary-features"),
            Map.entry("API_KEY", "canary-key"),
            Map.entry("SMTP_HOST", "canary-smtp"));
    var first = version(environment, "backend");
    var frontend = deployment(environment, "frontend").getMetadata().getGeneration();

    stored.parameter("/appenv/%s/features".formatted(environment.namespace()), "canary-changed");
    awaitVersion(environment, it -> !it.equals(first));
    environment.awaitReady();
    assertThat(values(environment)).containsEntry("FEATURES", "canary-changed");
    assertThat(deployment(environment, "frontend").getMetadata().getGeneration())
        .isEqualTo(frontend);
    assertThat(versions(environment)).hasSize(2).allMatch(it -> it.getImmutable());

    stored.parameter("/appenv/%s/features".formatted(environment.namespace()), "canary-features");
    awaitVersion(environment, first::equals);
    environment.awaitReady();
    assertThat(versions(environment)).hasSize(2);
    nothingIsGivenAway(sandbox, operator, environment);
    environment.delete();
    environment.awaitGone();
  }

  @Test
  void theLastVersionsAreKept(Sandbox sandbox) {
    var environment = configured(sandbox);
    environment.awaitReady();
    var first = version(environment, "backend");
    for (var change = 0; change < 7; change++) {
      var before = version(environment, "backend");
      stored.parameter("/appenv/%s/features".formatted(environment.namespace()), "v" + change);
      awaitVersion(environment, it -> !it.equals(before));
      environment.awaitReady();
    }
    environment.await(
        "five versions beside the current one", _ -> versions(environment).size() == 6);
    assertThat(versions(environment)).noneMatch(it -> it.getMetadata().getName().endsWith(first));
    environment.delete();
    environment.awaitGone();
  }

  @Test
  void whatIsMissingBlocksTheRollOutWithItsNameAndPodsStay(Sandbox sandbox) {
    var environment = configured(sandbox);
    environment.awaitReady();
    var generation = deployment(environment, "backend").getMetadata().getGeneration();
    stored.deleteParameter("/appenv/%s/features".formatted(environment.namespace()));
    var told = environment.awaitReason("ConfigurationReady", "ConfigurationMissing");
    assertThat(told.getMessage())
        .contains("parameter /appenv/%s/features does not exist".formatted(environment.namespace()))
        .contains("variable FEATURES");
    environment.patchJson(
        "- {op: replace, path: /spec/tiers/1/image, value: registry.example.com/shop/backend:2}");
    environment.await(
        "the new generation to be looked at",
        it ->
            it.getMetadata().getGeneration().equals(it.getStatus().observedGeneration())
                && it.getStatus().plan() != null);
    assertThat(deployment(environment, "backend").getSpec().getTemplate().getSpec())
        .satisfies(
            it -> assertThat(it.getContainers().getFirst().getImage()).endsWith("backend:1.0.0"));
    assertThat(deployment(environment, "backend").getStatus().getReadyReplicas()).isEqualTo(1);
    assertThat(generation).isNotNull();

    stored.parameter("/appenv/%s/features".formatted(environment.namespace()), "again");
    environment.awaitReady();
    assertThat(values(environment)).containsEntry("FEATURES", "again");
    assertThat(
            deployment(environment, "backend")
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst()
                .getImage())
        .endsWith("backend:2");
    environment.delete();
    environment.awaitGone();
  }

  @Test
  void aChangedSecretOfTheClusterRollsTheTierThatReadsIt(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
    partner(environment, "one");
    environment.apply(
        SPEC.replaceAll("(?m)^ +(- .name: (FEATURES|API_KEY)|envFrom|requiredEnv).*\n", "")
            + "        - {name: TOKEN, secretRef: {name: partner, key: token}}\n");
    environment.awaitReady();
    assertThat(values(environment)).containsOnly(Map.entry("TOKEN", "one"));
    var first = version(environment, "backend");
    var frontend = deployment(environment, "frontend").getMetadata().getGeneration();

    partner(environment, "two");
    awaitVersion(environment, it -> !it.equals(first));
    environment.awaitReady();
    assertThat(values(environment)).containsOnly(Map.entry("TOKEN", "two"));
    assertThat(deployment(environment, "frontend").getMetadata().getGeneration())
        .isEqualTo(frontend);

    environment
        .client()
        .secrets()
        .inNamespace(environment.namespace())
        .withName("partner")
        .delete();
    assertThat(environment.awaitReason("ConfigurationReady", "ConfigurationMissing").getMessage())
        .contains("key token of Secret partner does not exist");
    assertThat(values(environment)).containsOnly(Map.entry("TOKEN", "two"));
    environment.delete();
    environment.awaitGone();
  }

  private static void partner(EnvironmentUnderTest environment, String token) {
    environment
        .client()
        .secrets()
        .inNamespace(environment.namespace())
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName("partner")
                .endMetadata()
                .addToStringData("token", token)
                .build())
        .serverSideApply();
  }

  @Test
  void anotherNamespaceIsNotRead(Sandbox sandbox) {
    stored.parameter("/appenv/t-other/features", "canary-other");
    var mark = sandbox.wires().recording().mark();
    var environment =
        EnvironmentUnderTest.ofOverlay(
            sandbox.admin(),
            "production",
            SPEC.replace("NAMESPACE", "t-other").replace("requiredEnv: [API_KEY]", ""));
    var told = environment.awaitReason("ConfigurationReady", "ConfigurationNotAllowed");
    assertThat(told.getMessage())
        .contains("may not read", "/appenv/%s/...".formatted(environment.namespace()));
    assertThat(
            sandbox
                .wires()
                .recording()
                .since(mark, call -> READS.contains(call.operation()))
                .stream()
                .map(it -> it.call().parameters().toString()))
        .noneMatch(it -> it.contains("t-other"));
    environment.delete();
    environment.awaitGone();
  }

  /** A steady state writes nothing, and environments that read the same cost no call more. */
  @Test
  void readingIsInBulkAndWritesNothing(Sandbox sandbox, RunningOperator operator) {
    operator.restart(
        Stream.concat(
                OFTEN.stream(),
                Stream.of(
                    "-Dappenv.configuration.allowed-parameters=/shared/",
                    "-Dappenv.configuration.allowed-secrets=shared/"))
            .toList());
    stored.parameter("/shared/features", "shared");
    stored.parameter("/shared/backend/SMTP_HOST", "shared");
    stored.secret("shared/payments", "{\"apiKey\":\"shared\"}");
    var shared = SPEC.replace("/appenv/NAMESPACE", "/shared").replace("appenv/NAMESPACE", "shared");
    var first = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production", shared);
    first.awaitReady();
    var alone = callsOfARound(sandbox);
    var second = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production", shared);
    second.awaitReady();
    assertThat(callsOfARound(sandbox)).isEqualTo(alone).isEqualTo(3);
    for (var gone : List.of(first, second)) {
      gone.delete();
      gone.awaitGone();
    }
    operator.restart(OFTEN);
  }

  /** Between two readings of the path, of which there is one in each round. */
  private static long callsOfARound(Sandbox sandbox) {
    var recording = sandbox.wires().recording();
    return Awaitility.await("three rounds without a write")
        .atMost(EnvironmentUnderTest.PATIENCE)
        .until(() -> quietRounds(recording), it -> it >= 0);
  }

  private static long quietRounds(Recording recording) {
    var mark = recording.mark();
    Awaitility.await()
        .atMost(EnvironmentUnderTest.PATIENCE)
        .until(() -> rounds(recording, mark).size() > 3);
    if (!recording.writesSince(mark).isEmpty()) {
      return -1;
    }
    var first = rounds(recording, mark).get(0).call().number();
    var last = rounds(recording, mark).get(3).call().number();
    var calls =
        recording.since(
            first - 1, call -> READS.contains(call.operation()) && call.number() < last);
    return calls.size() / 3;
  }

  private static List<Recording.Entry> rounds(Recording recording, long mark) {
    return recording.since(mark, call -> call.operation().equals("GetParametersByPath"));
  }

  /** Before and after the set is stored, and before and after pods are told to read it. */
  @Test
  void whereverTheOperatorDiesOneVersionComesOfIt(Sandbox sandbox, RunningOperator operator) {
    var environment = configured(sandbox);
    environment.awaitReady();
    var crash = (Runnable) () -> operator.crash(OFTEN);
    changeUnder(sandbox, environment, "secrets", new Fault.Before(crash));
    changeUnder(sandbox, environment, "secrets", new Fault.After(crash));
    changeUnder(sandbox, environment, "deployments", new Fault.Before(crash));
    changeUnder(sandbox, environment, "deployments", new Fault.After(crash));
    environment.delete();
    environment.awaitGone();
  }

  private void changeUnder(
      Sandbox sandbox, EnvironmentUnderTest environment, String kind, Fault fault) {
    var before = version(environment, "backend");
    var versions = versions(environment).size();
    var value = UUID.randomUUID().toString();
    var hit = new AtomicReference<Call>();
    try (var rule =
        sandbox.wires().faults().once(call -> isOf(call, kind, environment, hit), fault)) {
      stored.parameter("/appenv/%s/features".formatted(environment.namespace()), value);
      awaitVersion(environment, it -> !it.equals(before));
      assertThat(rule.applied()).as("deaths at " + hit.get()).isEqualTo(1);
    }
    environment.awaitReady();
    assertThat(values(environment)).containsEntry("FEATURES", value);
    assertThat(versions(environment)).hasSize(versions + 1);
  }

  /** The key that sets are named by is made once, or they would all be named anew. */
  @ParameterizedTest
  @ValueSource(strings = {"before", "after"})
  void whereverTheOperatorDiesThereIsOneKey(
      String point, Sandbox sandbox, RunningOperator operator) {
    Fault fault =
        point.equals("before")
            ? new Fault.Before(() -> operator.crash(OFTEN))
            : new Fault.After(() -> operator.crash(OFTEN));
    try (var rule = sandbox.wires().faults().once(ConfigurationIT::isOfKey, fault)) {
      var environment = configured(sandbox);
      environment.awaitReady();
      assertThat(rule.applied()).isEqualTo(1);
      assertThat(versions(environment)).hasSize(1);
      environment.delete();
      environment.awaitGone();
    }
  }

  private static boolean isOfKey(Call call) {
    return call.operation().equals("create secrets")
        && call.target().endsWith("/production-configuration-credentials");
  }

  private static boolean isOf(
      Call call, String kind, EnvironmentUnderTest environment, AtomicReference<Call> hit) {
    var found =
        call.isWrite()
            && call.operation().endsWith(" " + kind)
            && call.target().startsWith(environment.namespace() + "/production-backend");
    if (found) {
      hit.set(call);
    }
    return found;
  }

  /** Everything that the operator wrote, but the Secrets themselves. */
  private static void nothingIsGivenAway(
      Sandbox sandbox, RunningOperator operator, EnvironmentUnderTest environment) {
    var kubectl = sandbox.controlPlane().kubectl();
    assertThat(
            kubectl.run(
                "get",
                "deployments,replicasets,pods,configmaps,events,services,horizontalpodautoscalers,"
                    + "poddisruptionbudgets,networkpolicies,serviceaccounts",
                "--namespace",
                environment.namespace(),
                "--output",
                "yaml",
                "--show-managed-fields"))
        .contains("production-backend-config-")
        .doesNotContain("canary-");
    assertThat(sandbox.wires().recording().found())
        .as("requests with a value in their body")
        .isNotEmpty()
        .allMatch(it -> it.operation().matches("(create|patch|update) secrets"));
    assertThat(String.valueOf(environment.get().getStatus())).doesNotContain("canary-");
    assertThat(String.join("\n", environment.events())).doesNotContain("canary-");
    assertThat(
            sandbox.wires().recording().since(0).stream()
                .map(it -> it.call() + " " + it.call().parameters()))
        .noneMatch(it -> it.contains("canary-"));
    try {
      assertThat(Files.readString(operator.process().log())).doesNotContain("canary-");
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
