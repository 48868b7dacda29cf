package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.PlanStatus;
import io.appenv.operator.sandbox.Kubectl;
import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Wire;
import io.appenv.operator.testing.EnvironmentUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever changes in AWS is told: what, why, on whose word, and under which request id. */
@WithOperator
class AuditIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void eachWriteIsOneLineAndOneEvent(Sandbox sandbox, RunningOperator operator) {
    var mark = sandbox.wires().recording().mark();
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    environment.awaitReady();
    var written =
        sandbox.wires().recording().writesSince(mark).stream()
            .filter(it -> it.call().wire() == Wire.AWS)
            .map(it -> it.call().operation())
            .toList();

    var lines = lines(operator, environment);
    assertThat(lines)
        .extracting(it -> it.get("operation"))
        .containsExactlyInAnyOrderElementsOf(written);
    assertThat(lines)
        .allSatisfy(
            line -> {
              assertThat(line.get("result")).isEqualTo("Done");
              assertThat(line.get("requestId")).isNotBlank();
              assertThat(line.get("plan")).isNotBlank();
              assertThat(line.get("declaredBy")).isIn(managers(environment));
              assertThat(line.containsKey("approvedBy")).isFalse();
            });
    assertThat(told(environment)).hasSameSizeAs(lines);

    approvedChange(sandbox, environment);
    assertThat(lines(operator, environment).getLast())
        .satisfies(
            line -> {
              assertThat(line.get("operation")).isEqualTo("ModifyDBInstance");
              assertThat(line.get("approvedBy")).isEqualTo("kubectl-annotate");
            });
    assertThat(told(environment)).anyMatch(it -> it.contains("approved by \"kubectl-annotate\""));

    environment.delete();
    environment.awaitGone();
    assertThat(lines(operator, environment))
        .extracting(it -> it.get("operation"))
        .contains("DeleteDBInstance", "DeleteReplicationGroup", "DeleteSecurityGroup");
  }

  private static void approvedChange(Sandbox sandbox, EnvironmentUnderTest environment) {
    environment.patchSpec(
        """
        operations: {changes: ApproveAll}
        database: {storage: 120Gi}
        """);
    var waiting = environment.await("a plan to approve", it -> waits(plan(it)));
    new Kubectl(sandbox.kubectl(), sandbox.adminKubeconfig())
        .run(
            "annotate",
            "appenv",
            environment.name(),
            "--namespace=" + environment.namespace(),
            "appenv.io/approve=" + plan(waiting).orElseThrow().hash());
    environment.await("the end of the plan", it -> plan(it).isEmpty() && isReady(it));
  }

  private static boolean isReady(AppEnvironment environment) {
    return environment.getStatus().conditions().stream()
        .anyMatch(it -> it.getType().equals("Ready") && it.getStatus().equals("True"));
  }

  private static Optional<PlanStatus> plan(AppEnvironment environment) {
    return Optional.ofNullable(environment.getStatus().plan());
  }

  private static boolean waits(Optional<PlanStatus> plan) {
    return plan.stream()
        .flatMap(it -> it.actions().stream())
        .anyMatch(it -> it.when().equals("after approval"));
  }

  private static List<String> managers(EnvironmentUnderTest environment) {
    return environment.get().getMetadata().getManagedFields().stream()
        .map(it -> it.getManager())
        .toList();
  }

  private static List<String> told(EnvironmentUnderTest environment) {
    return environment.events().stream().filter(it -> it.startsWith("AwsWrite: ")).toList();
  }

  private static List<Map<String, String>> lines(
      RunningOperator operator, EnvironmentUnderTest environment) {
    try (var lines = Files.lines(operator.process().log())) {
      return lines
          .filter(it -> it.contains("[appenv.audit]"))
          .map(it -> read(it.substring(it.indexOf('{'))))
          .filter(it -> environment.namespace().equals(it.get("namespace")))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Map<String, String> read(String line) {
    try {
      return JSON.readValue(line, new TypeReference<>() {});
    } catch (JsonProcessingException broken) {
      throw new AssertionError(line, broken);
    }
  }
}
