package io.appenv.operator.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.configuration.ConfigurationSource.InCluster;
import io.appenv.operator.configuration.ConfigurationSource.Parameter;
import io.appenv.operator.configuration.ConfigurationSource.Path;
import io.appenv.operator.configuration.ConfigurationSource.Secret;
import io.appenv.operator.configuration.TierValues.Outcome;
import io.appenv.operator.golden.Blueprints;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.SecretText;
import io.appenv.operator.model.TierConfiguration;
import io.appenv.operator.resolver.Specs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TierValuesTest {

  private static final SecretText KEY = new SecretText("key");

  private final Map<ConfigurationSource, Answer> known = new HashMap<>();

  private static Desired desired(String variables) {
    var yaml =
        """
        stage: Production
        aws: {region: ap-northeast-1}
        network: {vpc: {id: vpc-0a1b2c3d4e5f67890}}
        tiers:
          - name: backend
            image: shop/backend:1
            resources: {cpu: "2", memory: 4Gi}
            uses: [database]
            scaling: {min: 2, max: 8, cpuPercent: 70}
        %s
        database: {version: "17", instanceClass: db.t3.medium, storage: 100Gi}
        """
            .formatted(variables.indent(4).stripTrailing());
    return Blueprints.connected(Specs.environment(yaml)).desired();
  }

  private Outcome of(String variables) {
    var desired = desired(variables);
    return TierValues.of(
        desired,
        desired.tiers().getFirst(),
        KEY,
        source -> known.getOrDefault(source, new Answer.Unread()));
  }

  private Map<String, String> values(String variables) {
    return of(variables) instanceof Outcome.Known(TierConfiguration.Version(_, var values))
        ? values.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().reveal()))
        : Map.of();
  }

  private void text(ConfigurationSource source, String value) {
    known.put(source, new Answer.Text(new SecretText(value)));
  }

  private void texts(String path, Map<String, String> values) {
    var texts = new TreeMap<String, SecretText>();
    values.forEach((name, value) -> texts.put(name, new SecretText(value)));
    known.put(new Path(path), new Answer.Texts(texts));
  }

  private Failure blocked(String variables) {
    return of(variables) instanceof Outcome.Blocked(var failures)
        ? failures.getFirst()
        : new Failure.Waiting(Component.CONFIGURATION, Reason.OBSERVING, "not blocked");
  }

  @Test
  void allSourcesMakeOneSet() {
    text(new Parameter("/appenv/shop/features"), "a,b");
    text(new InCluster("shop", "partner", "token"), "t");
    text(new Secret("appenv/shop/plain"), "whole");
    text(new Secret("appenv/shop/json"), "{\"key\": \"x\", \"port\": 8443, \"on\": true}");
    texts("/appenv/shop/backend", Map.of("FROM_PATH", "p", "FEATURES", "hidden"));
    assertThat(
            values(
                """
                env:
                  - {name: LOG_LEVEL, value: info}
                  - {name: FEATURES, parameter: /appenv/shop/features}
                  - {name: PLAIN, secret: {name: appenv/shop/plain}}
                  - {name: KEY, secret: {name: appenv/shop/json, key: key}}
                  - {name: PORT, secret: {name: appenv/shop/json, key: port}}
                  - {name: ON, secret: {name: appenv/shop/json, key: on}}
                  - {name: TOKEN, secretRef: {name: partner, key: token}}
                envFrom: [{parameterPath: /appenv/shop/backend/}]
                requiredEnv: [KEY, TOKEN, DATABASE_URL]
                """))
        .containsOnly(
            Map.entry("LOG_LEVEL", "info"),
            Map.entry("TOKEN", "t"),
            Map.entry("FEATURES", "a,b"),
            Map.entry("PLAIN", "whole"),
            Map.entry("KEY", "x"),
            Map.entry("PORT", "8443"),
            Map.entry("ON", "true"),
            Map.entry("FROM_PATH", "p"));
  }

  @Test
  void aLaterPathWins() {
    texts("/appenv/shop/all", Map.of("A", "all", "B", "all"));
    texts("/appenv/shop/backend", Map.of("B", "backend"));
    assertThat(
            values(
                """
                envFrom:
                  - {parameterPath: /appenv/shop/all}
                  - {parameterPath: /appenv/shop/backend/}
                """))
        .containsOnly(Map.entry("A", "all"), Map.entry("B", "backend"));
  }

  @Test
  void whatTheEnvironmentGivesIsInNoSet() {
    texts("/appenv/shop/all", Map.of("MAIN_URL", "hidden"));
    assertThat(
            of(
                """
                env: [{name: MAIN_URL, output: DATABASE_URL}]
                envFrom: [{parameterPath: /appenv/shop/all}]
                requiredEnv: [MAIN_URL]
                """))
        .isEqualTo(new Outcome.Known(new TierConfiguration.None()));
  }

  @Test
  void nothingIsMadeBeforeAllIsRead() {
    text(new Parameter("/appenv/shop/a"), "a");
    assertThat(
            of(
                """
                env:
                  - {name: A, parameter: /appenv/shop/a}
                  - {name: B, parameter: /appenv/shop/b}
                """))
        .isEqualTo(new Outcome.Reading());
  }

  @Test
  void whatIsMissingIsTold() {
    known.put(new Parameter("/appenv/shop/a"), new Answer.Absent());
    text(new Secret("appenv/shop/s"), "{\"other\": 1}");
    texts("/appenv/shop/none", Map.of());
    var parameter = blocked("env: [{name: A, parameter: /appenv/shop/a}]");
    assertThat(parameter.reason()).isEqualTo(Reason.CONFIGURATION_MISSING);
    assertThat(parameter.message())
        .isEqualTo(
            "Tier backend: parameter /appenv/shop/a does not exist in ap-northeast-1; create it,"
                + " or take variable A out.");
    assertThat(blocked("env: [{name: S, secret: {name: appenv/shop/s, key: k}}]").message())
        .isEqualTo(
            "Tier backend: secret appenv/shop/s has no key k, which variable S reads; add it, or"
                + " correct the key.");
    assertThat(blocked("envFrom: [{parameterPath: /appenv/shop/none/}]").message())
        .contains("path /appenv/shop/none/ has no parameter");
    known.put(new InCluster("shop", "partner", "token"), new Answer.Absent());
    assertThat(blocked("env: [{name: T, secretRef: {name: partner, key: token}}]").message())
        .isEqualTo(
            "Tier backend: key token of Secret partner does not exist in namespace shop; create"
                + " it, or take variable T out.");
    assertThat(blocked("requiredEnv: [SMTP_PASSWORD]").message())
        .contains("variable SMTP_PASSWORD is required and nothing gives it a value");
    assertThat(blocked("env: [{name: A, value: \"\"}]\nrequiredEnv: [A]").message())
        .contains("its value is empty");
  }

  @Test
  void whatCannotBeUsedIsToldWithoutItsValue() {
    text(new Secret("appenv/shop/s"), "canary-1");
    text(new Secret("appenv/shop/list"), "{\"k\": [\"canary-2\"]}");
    text(new Secret("appenv/shop/two"), "{\"k\": 1} canary-3");
    text(new Parameter("/appenv/shop/nul"), "canary\0");
    known.put(new Secret("appenv/shop/bytes"), new Answer.Binary());
    texts("/appenv/shop/names", Map.of("db-host", "canary-4"));
    for (var variables :
        List.of(
            "env: [{name: S, secret: {name: appenv/shop/s, key: k}}]",
            "env: [{name: S, secret: {name: appenv/shop/list, key: k}}]",
            "env: [{name: S, secret: {name: appenv/shop/two, key: k}}]",
            "env: [{name: S, secret: {name: appenv/shop/bytes}}]",
            "env: [{name: S, parameter: /appenv/shop/nul}]",
            "envFrom: [{parameterPath: /appenv/shop/names}]")) {
      var failure = blocked(variables);
      assertThat(failure.reason()).as(variables).isEqualTo(Reason.CONFIGURATION_UNUSABLE);
      assertThat(failure.message()).startsWith("Tier backend: ").doesNotContain("canary");
    }
  }

  @Test
  void aSetHasAtMostAMebibyte() {
    texts("/appenv/shop/big", Map.of("A", "x".repeat(1024 * 1024), "B", ""));
    assertThat(of("envFrom: [{parameterPath: /appenv/shop/big}]"))
        .isInstanceOf(Outcome.Known.class);
    texts("/appenv/shop/big", Map.of("A", "x".repeat(1024 * 1024), "B", "y"));
    assertThat(blocked("envFrom: [{parameterPath: /appenv/shop/big}]").message())
        .contains("1048577 bytes", "takes 1048576", "the largest is A")
        .doesNotContain("xxx");
  }

  @Test
  void everythingInTheWayIsToldAtOnce() {
    known.put(new Parameter("/appenv/shop/a"), new Answer.Absent());
    known.put(new Parameter("/appenv/shop/b"), new Answer.Absent());
    assertThat(
            of(
                """
                env:
                  - {name: A, parameter: /appenv/shop/a}
                  - {name: B, parameter: /appenv/shop/b}
                """))
        .isInstanceOfSatisfying(Outcome.Blocked.class, it -> assertThat(it.failures()).hasSize(2));
  }

  @Test
  void valuesAreShownToNobody() {
    text(new Secret("appenv/shop/s"), "canary");
    var outcome = of("env: [{name: S, secret: {name: appenv/shop/s}}, {name: L, value: canary}]");
    assertThat(outcome.toString()).doesNotContain("canary").contains("***");
    assertThat(known.toString()).doesNotContain("canary");
    assertThat(desired("env: [{name: L, value: canary}]").toString()).doesNotContain("canary");
  }

  /** Going back to earlier values is going back to an earlier set. */
  @Property
  void equalValuesAreTheSameSetAndOthersAreNot(
      @ForAll @Size(max = 4)
          Map<@AlphaChars @StringLength(min = 1, max = 3) String, @StringLength(max = 3) String>
              one,
      @ForAll @Size(max = 4)
          Map<@AlphaChars @StringLength(min = 1, max = 3) String, @StringLength(max = 3) String>
              other) {
    assertThat(id(one).equals(id(other))).isEqualTo(one.equals(other));
  }

  private static TierConfiguration id(Map<String, String> values) {
    var texts = new TreeMap<String, SecretText>();
    values.forEach((name, value) -> texts.put(name, new SecretText(value)));
    var made = TierConfiguration.of(KEY, "backend", texts);
    return new TierConfiguration.Former(made.read());
  }
}
