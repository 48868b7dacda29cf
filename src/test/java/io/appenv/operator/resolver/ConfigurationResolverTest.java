package io.appenv.operator.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.DesiredConfiguration;
import io.appenv.operator.model.EnvironmentOutput;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.SecretText;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.model.Variable;
import io.appenv.operator.model.Variable.Source;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigurationResolverTest {

  private static Resolution resolve(String spec, String variables) {
    return new Resolver()
        .resolve(
            Specs.environment(
                spec.replace(
                    "uses: [database, cache]",
                    "uses: [database, cache]%n%s".formatted(variables.indent(4)))),
            "cluster",
            Sighting.present(Specs.NETWORK),
            CredentialIds.none());
  }

  private static DesiredConfiguration configuration(String variables) {
    return resolve(Specs.PRODUCTION, variables)
        .desired()
        .orElseThrow()
        .tiers()
        .getLast()
        .configuration();
  }

  private static List<String> problems(String spec, String variables) {
    return resolve(spec, variables).failures().stream().map(Failure::message).toList();
  }

  @Test
  void everySourceIsRead() {
    assertThat(
            configuration(
                """
                env:
                  - {name: A, value: ""}
                  - {name: B, parameter: /appenv/shop/b}
                  - {name: C, secret: {name: appenv/shop/c, key: k}}
                  - {name: D, secretRef: {name: d, key: k}}
                  - {name: E, output: REDIS_URL}
                envFrom: [{parameterPath: /appenv/shop/}]
                requiredEnv: [A, A]
                """))
        .isEqualTo(
            new DesiredConfiguration(
                List.of(
                    new Variable("A", new Source.Literal(new SecretText(""))),
                    new Variable("B", new Source.Parameter("/appenv/shop/b")),
                    new Variable("C", new Source.Stored("appenv/shop/c", Optional.of("k"))),
                    new Variable("D", new Source.InCluster("d", "k")),
                    new Variable("E", new Source.Output(EnvironmentOutput.REDIS_URL))),
                List.of("/appenv/shop/"),
                List.of("A")));
  }

  @Test
  void whatTheEnvironmentGivesIsNotGivenTwice() {
    assertThat(problems(Specs.PRODUCTION, "env: [{name: DATABASE_URL, value: x}]"))
        .singleElement()
        .asString()
        .contains("spec.tiers[backend].env has DATABASE_URL, which the environment gives");
    assertThat(problems(Specs.PRODUCTION, "env: [{name: DATABASE_URL_STG, value: x}]")).isEmpty();
  }

  @Test
  void anOutputNeedsWhatItTellsOf() {
    assertThat(problems(Specs.PRODUCTION, "env: [{name: A, output: API_ENDPOINT}]"))
        .singleElement()
        .asString()
        .contains("env[A].output is API_ENDPOINT", "write spec.network.ingress");
    assertThat(problems(Specs.PRODUCTION, "env: [{name: A, output: DATABASE_URL}]")).isEmpty();
  }

  @Test
  void developmentHasNothingInAws() {
    assertThat(
            problems(
                Specs.DEVELOPMENT,
                """
                env:
                  - {name: A, parameter: /appenv/shop/a}
                  - {name: B, secret: {name: appenv/shop/b}}
                  - {name: C, value: c}
                  - {name: D, secretRef: {name: d, key: k}}
                envFrom: [{parameterPath: /appenv/shop/}]
                """))
        .hasSize(3)
        .allMatch(it -> it.contains("Development has nothing; write value or secretRef"));
  }

  @Test
  void whatTheSchemaWouldRefuseIsRefusedHereToo() {
    assertThat(
            problems(
                Specs.PRODUCTION,
                """
                env:
                  - {name: "A=B", value: x}
                  - {name: TWO, value: x, parameter: /appenv/shop/x}
                  - {name: NONE}
                  - {name: TWICE, value: x}
                  - {name: TWICE, value: y}
                  - {name: NUL, value: "a\\0b"}
                """))
        .hasSize(5);
  }

  @Test
  void valuesAreNotInWhatIsTold() {
    var resolution = resolve(Specs.PRODUCTION, "env: [{name: A, value: canary}]");
    assertThat(String.valueOf(resolution.effective())).contains("backend").doesNotContain("canary");
    assertThat(resolution.desired().toString()).doesNotContain("canary");
  }
}
