package io.appenv.operator.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Fault;
import io.appenv.operator.sandbox.wire.Wire;
import io.appenv.operator.testing.EnvironmentUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What a Prometheus finds at a working operator, and what the documentation says it does. */
@WithOperator
class MetricsIT {

  private static final Pattern DOCUMENTED = Pattern.compile("^\\| `(appenv_\\w+)` \\| (\\w+) ");

  /** Not there as long as nothing is wrong, or nobody asked for a certificate. */
  private static final Set<String> RARE =
      Set.of("appenv_orphans", "appenv_certificate_expiry_seconds");

  @Test
  void whatIsDocumentedIsShownAndNothingElse(Sandbox sandbox, RunningOperator operator)
      throws IOException {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    environment.awaitReady();

    var documented = documented();
    var shown = shown(operator);
    documented.removeAll(RARE);
    shown.removeAll(RARE);
    assertThat(shown).isEqualTo(documented);
    assertThat(value(operator, condition(environment, "Ready"))).isEqualTo(1);

    environment.delete();
    environment.awaitGone();
    Awaitility.await("the end of its conditions")
        .atMost(EnvironmentUnderTest.PATIENCE)
        .until(() -> !operator.process().metrics().contains(environment.namespace()));
  }

  @Test
  void callsAreCountedByWhatBecameOfThem(Sandbox sandbox, RunningOperator operator) {
    var called = "appenv_aws_calls_seconds_count{operation=\"DescribeDBInstances\",result=\"%s\"";
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
    try (var _ =
        sandbox
            .wires()
            .faults()
            .always(
                call -> call.wire() == Wire.AWS && call.operation().equals("DescribeDBInstances"),
                Fault.awsError(400, "Throttling", "Rate exceeded"))) {
      environment.apply("{}");
      Awaitility.await("a throttled call")
          .atMost(EnvironmentUnderTest.PATIENCE)
          .until(() -> value(operator, called.formatted("Throttling")) > 0);
      assertThat(value(operator, "appenv_aws_throttles_total{operation=\"DescribeDBInstances\""))
          .isGreaterThanOrEqualTo(value(operator, called.formatted("Throttling")));
    }
    environment.awaitReady();
    environment.delete();
    environment.awaitGone();
  }

  private static String condition(EnvironmentUnderTest environment, String type) {
    return "appenv_environment_condition{name=\"%s\",namespace=\"%s\",type=\"%s\"}"
        .formatted(environment.name(), environment.namespace(), type);
  }

  /** Of the series that begins so; 0 where there is none. */
  private static double value(RunningOperator operator, String series) {
    return operator
        .process()
        .metrics()
        .lines()
        .filter(it -> it.startsWith(series))
        .mapToDouble(it -> Double.parseDouble(it.substring(it.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static Set<String> shown(RunningOperator operator) {
    return operator
        .process()
        .metrics()
        .lines()
        .filter(it -> it.startsWith("# TYPE appenv_"))
        .map(it -> it.endsWith(" counter") ? it.split(" ")[2] + "_total" : it.split(" ")[2])
        .filter(it -> !it.endsWith("_max"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> documented() throws IOException {
    return Files.readAllLines(Path.of("docs", "metrics.md")).stream()
        .map(DOCUMENTED::matcher)
        .filter(it -> it.find())
        .map(it -> it.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
