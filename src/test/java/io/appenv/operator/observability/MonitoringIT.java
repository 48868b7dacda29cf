package io.appenv.operator.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appenv.operator.sandbox.Commands;
import io.appenv.operator.sandbox.Prometheus;
import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Fault;
import io.appenv.operator.testing.Abandoned;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.TestCertificates;
import io.appenv.operator.testing.TestIngressClasses;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard and the alerts of deploy/monitoring, asked of a real Prometheus. */
@WithOperator
class MonitoringIT {

  private static final Path MONITORING = Path.of("deploy", "monitoring");
  private static final Path CASES = Path.of("src", "test", "resources", "monitoring");
  private static final Pattern METRIC = Pattern.compile("\\b(?:appenv|operator_sdk|jvm)_\\w+");

  private static Path programs = Path.of("");

  @BeforeAll
  static void prometheus(RunningOperator operator) {
    var found = Prometheus.programs();
    Assumptions.assumeTrue(
        found.isPresent(), "neither prometheus and promtool on the PATH, nor apt-get to get them");
    programs = found.orElseThrow();
    operator.restart(List.of("-Dappenv.sweep.idle-interval=500ms"));
  }

  @AfterAll
  static void usualOperator(RunningOperator operator) {
    operator.stop();
  }

  @Test
  void alertsFireWhenTheyShall(@TempDir Path folder) throws IOException {
    rules(folder);
    Files.copy(CASES.resolve("rules-test.yaml"), folder.resolve("rules-test.yaml"));
    var promtool = programs.resolve("promtool").toString();

    assertThat(
            Commands.run(folder, Map.of(), List.of(promtool, "test", "rules", "rules-test.yaml")))
        .contains("SUCCESS");
  }

  @Test
  void everyQueryHasData(Sandbox sandbox, RunningOperator operator, @TempDir Path folder)
      throws IOException {
    try (var prometheus =
            Prometheus.start(
                sandbox, programs, operator.process().metricsUri(), List.of(rules(folder)));
        var classes = new TestIngressClasses(sandbox.admin()).withBalancer();
        var certificates = new TestCertificates(sandbox)) {
      var pending = withCertificate(sandbox, certificates);
      var abandoned = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
      abandoned.awaitReady();
      var name = abandoned.awaitDatabaseName();
      abandoned.abandon(operator.process());
      letPassesFail(sandbox, operator, pending);

      var queries = queries();
      assertThat(queries).hasSizeGreaterThan(20);
      var silent = new TreeSet<String>();
      Awaitility.await("data for each query")
          .atMost(EnvironmentUnderTest.PATIENCE)
          .untilAsserted(
              () -> {
                silent.clear();
                panels().filter(it -> prometheus.query(it).isEmpty()).forEach(silent::add);
                metrics(queries).stream()
                    .filter(it -> prometheus.query(it).isEmpty())
                    .forEach(silent::add);
                assertThat(silent).as("queries without data").isEmpty();
              });
      assertThat(prometheus.rules())
          .hasSize(10)
          .allSatisfy((_, error) -> assertThat(error).isEmpty());

      try (var aws = new AwsView(sandbox)) {
        Abandoned.removeDataStores(aws, name);
        Awaitility.await("the end of the data stores")
            .atMost(EnvironmentUnderTest.PATIENCE)
            .until(() -> aws.instance(name).isEmpty() && aws.group(name).isEmpty());
        Abandoned.removeGroups(aws, name);
      }
      pending.delete();
      pending.awaitGone();
    }
  }

  private static EnvironmentUnderTest withCertificate(
      Sandbox sandbox, TestCertificates certificates) {
    var host = "monitored.example.com";
    var environment =
        EnvironmentUnderTest.ofOverlay(
            sandbox.admin(),
            "production",
            """
            spec: {network: {ingress: {host: %s, certificate: {arn: "%s"}}}}
            """
                .formatted(host, certificates.request(host)));
    environment.awaitReason("IngressReady", "Creating");
    return environment;
  }

  private static void letPassesFail(
      Sandbox sandbox, RunningOperator operator, EnvironmentUnderTest environment) {
    try (var _ =
        sandbox
            .wires()
            .faults()
            .always(
                call -> call.operation().equals("patch appenvironments/status"),
                Fault.kubernetesError(500, "InternalError"))) {
      environment.patchSpec("operations: {paused: true}");
      Awaitility.await("a pass that failed")
          .atMost(EnvironmentUnderTest.PATIENCE)
          .until(
              () ->
                  operator
                      .process()
                      .metrics()
                      .contains("operator_sdk_reconciliations_failed_total"));
    }
    environment.patchSpec("operations: {paused: false}");
  }

  /** In the form that Prometheus reads. */
  private static Path rules(Path folder) throws IOException {
    var resource =
        Serialization.unmarshal(
            Files.readString(MONITORING.resolve("prometheus-rule.yaml")),
            GenericKubernetesResource.class);
    return Files.writeString(
        folder.resolve("rules.yaml"), Serialization.asYaml(resource.get("spec")));
  }

  private static List<String> queries() throws IOException {
    var resource =
        new ObjectMapper()
            .valueToTree(
                Serialization.unmarshal(
                    Files.readString(MONITORING.resolve("prometheus-rule.yaml")), Map.class));
    return Stream.concat(panels(), resource.findValuesAsText("expr").stream()).toList();
  }

  private static Stream<String> panels() throws IOException {
    JsonNode dashboard = new ObjectMapper().readTree(MONITORING.resolve("dashboard.json").toFile());
    return dashboard.findValuesAsText("expr").stream();
  }

  private static Set<String> metrics(List<String> queries) {
    return queries.stream()
        .flatMap(it -> METRIC.matcher(it).results())
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
