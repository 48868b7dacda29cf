package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Call;
import io.appenv.operator.sandbox.wire.Fault;
import io.appenv.operator.testing.EnvironmentUnderTest;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * The Java Operator SDK 5.3.0 to 5.3.4 takes a change of the spec, made by somebody else while a
 * status patch is under way, for the operator's own, and never looks at it (its issue 3398). The
 * reconciler switches off what causes it.
 */
@WithOperator
class LostUpdateIT {

  private static final int TRIES = 6;

  @Test
  void aChangeMadeDuringAStatusPatchIsNotLost(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "development");
    environment.awaitReady();
    var slow = new Fault.Delay(Duration.ofMillis(400));
    try (var rule = sandbox.wires().faults().always(this::isStatusPatch, slow)) {
      for (var attempt = 0; attempt < TRIES; attempt++) {
        var before = rule.applied();
        scale(environment, 3);
        Awaitility.await("a status patch under way").until(() -> rule.applied() > before);
        scale(environment, 5 + attempt);
        awaitMaximum(environment, 5 + attempt);
        environment.awaitReady();
      }
    }
    environment.delete();
    environment.awaitGone();
  }

  private boolean isStatusPatch(Call call) {
    return call.operation().equals("patch appenvironments/status");
  }

  private static void scale(EnvironmentUnderTest environment, int maximum) {
    environment.patchJson(
        "- {op: replace, path: /spec/tiers/0/scaling/max, value: %d}".formatted(maximum));
  }

  private static void awaitMaximum(EnvironmentUnderTest environment, int maximum) {
    Awaitility.await("the autoscaler to follow")
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(
                        environment
                            .client()
                            .autoscaling()
                            .v2()
                            .horizontalPodAutoscalers()
                            .inNamespace(environment.namespace())
                            .withName("development-frontend")
                            .require()
                            .getSpec()
                            .getMaxReplicas())
                    .isEqualTo(maximum));
  }
}
