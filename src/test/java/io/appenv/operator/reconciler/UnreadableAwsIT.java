package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Call;
import io.appenv.operator.sandbox.wire.Fault;
import io.appenv.operator.sandbox.wire.Wire;
import io.appenv.operator.testing.EnvironmentUnderTest;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What goes on, and what is said, while AWS or a part of it cannot be read. */
@WithOperator
class UnreadableAwsIT {

  /** What is said of an old picture is said after seconds here. */
  private static final List<String> IMPATIENT =
      List.of("-Dappenv.sweep.idle-interval=500ms", "-Dappenv.sweep.timeout=2s");

  private static final String DATABASE_ONLY =
      """
      spec:
        cache: null
        tiers:
        - name: backend
          image: registry.example.com/shop/backend:1.0.0
          resources: {cpu: "1", memory: 1Gi}
          uses: [database]
          scaling: {min: 2, max: 3, cpuPercent: 70}
      """;

  @AfterAll
  static void usualOperator(RunningOperator operator) {
    operator.stop();
  }

  @Test
  void withoutElastiCacheOnlyCachesAreHeldUpAndNothingIsVouchedForTooLong(
      Sandbox sandbox, RunningOperator operator) {
    operator.restart(IMPATIENT);
    var whole = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    whole.awaitReady();
    try (var _ =
        sandbox
            .wires()
            .faults()
            .always(
                call -> isRead(call) && call.service().equals("elasticache"),
                Fault.awsError(403, "AccessDenied", "No."))) {
      var stale = whole.awaitReason("CacheReady", "ObservationStale");
      assertThat(stale.getStatus()).isEqualTo("Unknown");
      assertThat(stale.getMessage()).contains("AccessDenied", "request id");
      assertThat(status(whole, "Ready")).isEqualTo("Unknown");
      whole.awaitReason("DatabaseReady", "Available");

      var other = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production", DATABASE_ONLY);
      other.awaitReady();
      other.delete();
      other.awaitGone();
    }
    whole.awaitReady();
    whole.delete();
    whole.awaitGone();
  }

  @Test
  void whatAwsDoesNotTellOfOneGroupHoldsUpItsOwnEnvironmentOnly(
      Sandbox sandbox, RunningOperator operator) {
    operator.restart(IMPATIENT);
    var held = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    held.awaitReady();
    try (var refusal =
        sandbox
            .wires()
            .faults()
            .always(
                call -> isTagsOf(call, held),
                Fault.awsError(400, "InvalidParameterValue", "No."))) {
      operator.restart(IMPATIENT);
      var refused = held.awaitReason("DatabaseReady", "InvalidRequest");
      assertThat(refused.getMessage()).contains("InvalidParameterValue", held.awsPrefix());
      // Unknown at first: this operator has seen nothing yet.
      held.awaitReason("CacheReady", "Available");

      var other = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
      other.awaitReady();
      other.delete();
      other.awaitGone();
      assertThat(refusal.applied()).isPositive();
    }
    held.awaitReady();
    held.delete();
    held.awaitGone();
  }

  private static boolean isTagsOf(Call call, EnvironmentUnderTest environment) {
    return call.operation().equals("ListTagsForResource")
        && call.service().equals("rds")
        && call.parameters().getOrDefault("ResourceName", "").contains("subgrp:")
        && call.parameters().getOrDefault("ResourceName", "").contains(environment.awsPrefix());
  }

  @Test
  void anOperatorThatStartsWithoutAwsStillLooksAfterTheWorkloads(
      Sandbox sandbox, RunningOperator operator) {
    operator.restart(IMPATIENT);
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    environment.awaitReady();
    try (var _ =
        sandbox.wires().faults().always(UnreadableAwsIT::isRead, new Fault.LoseRequest())) {
      operator.restart(IMPATIENT);
      environment.patchJson(
          "- {op: replace, path: /spec/tiers/1/image, value:"
              + " 'registry.example.com/shop/backend:1.0.1'}");
      Awaitility.await("the new image")
          .atMost(EnvironmentUnderTest.PATIENCE)
          .until(() -> image(environment).endsWith(":1.0.1"));
      // False while the new pods start; nothing more is known when they have.
      Awaitility.await("Ready to be unknown")
          .atMost(EnvironmentUnderTest.PATIENCE)
          .until(() -> status(environment, "Ready").equals("Unknown"));
      assertThat(status(environment, "WorkloadsReady")).isEqualTo("True");
      assertThat(status(environment, "NetworkReady")).isEqualTo("Unknown");
    }
    environment.awaitReady();
    environment.delete();
    environment.awaitGone();
  }

  private static String status(EnvironmentUnderTest environment, String type) {
    return environment.condition(type).orElseThrow().getStatus();
  }

  private static String image(EnvironmentUnderTest environment) {
    return environment
        .client()
        .apps()
        .deployments()
        .inNamespace(environment.namespace())
        .withName("production-backend")
        .require()
        .getSpec()
        .getTemplate()
        .getSpec()
        .getContainers()
        .getFirst()
        .getImage();
  }

  private static boolean isRead(Call call) {
    return call.wire() == Wire.AWS && !call.isWrite();
  }
}
