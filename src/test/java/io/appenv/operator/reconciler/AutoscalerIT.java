package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.testing.ClaimedCpu;
import io.appenv.operator.testing.EnvironmentUnderTest;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The real autoscaler changes the number of pods, and the operator leaves it to it. */
@WithOperator
class AutoscalerIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Test
  void theBackendGrowsToItsMaximumAndBack(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    environment.awaitReady();
    assertThat(replicas(environment)).isEqualTo(2);
    var since = readySince(environment);
    var mark = sandbox.wires().recording().mark();

    awaitReplicas(environment, 8, "1900m");
    assertThat(environment.isReady()).isTrue();
    awaitReplicas(environment, 2, "10m");

    assertThat(environment.isReady()).isTrue();
    assertThat(readySince(environment)).as("Ready never turned").isEqualTo(since);
    assertThat(
            sandbox
                .wires()
                .recording()
                .since(mark, call -> call.operation().contains("deployments")))
        .as("what the operator asked of Deployments while the autoscaler worked")
        .isEmpty();
    environment.delete();
    environment.awaitGone();
  }

  private static String readySince(EnvironmentUnderTest environment) {
    return environment.condition("Ready").orElseThrow().getLastTransitionTime();
  }

  /** Every pod claims this use of CPU, those that come later too. */
  private static void awaitReplicas(EnvironmentUnderTest environment, int count, String use) {
    Awaitility.await("%d backend pods".formatted(count))
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              ClaimedCpu.of(environment, "backend", use);
              var replicas = replicas(environment);
              assertThat(replicas).isBetween(2, 8);
              return replicas == count;
            });
  }

  private static int replicas(EnvironmentUnderTest environment) {
    return environment
        .client()
        .apps()
        .deployments()
        .inNamespace(environment.namespace())
        .withName("production-backend")
        .require()
        .getSpec()
        .getReplicas();
  }
}
