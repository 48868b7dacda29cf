package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.OverridePhase;
import io.appenv.operator.api.v1alpha1.Readiness;
import io.appenv.operator.sandbox.Kubectl;
import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.OverrideUnderTest;
import io.appenv.operator.testing.SharedEnvironment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Overrides of a production environment by the real clock, with the real autoscaler. */
@WithOperator
class ScaleOverrideIT {

  private static final List<String> OFTEN = List.of("-Dappenv.sweep.idle-interval=1s");
  private static final Bounds DECLARED = new Bounds(2, 8, "Max");

  /** What an autoscaler goes by. */
  private record Bounds(int min, int max, String scaleIn) {}

  private static SharedEnvironment shared;

  @BeforeAll
  static void start(Sandbox sandbox, RunningOperator operator) {
    operator.restart(OFTEN);
    shared =
        new SharedEnvironment(
            () -> {
              var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
              environment.awaitReady();
              return environment;
            });
  }

  @AfterAll
  static void end(RunningOperator operator) {
    operator.ensureRunning();
    shared.deleteAll();
    operator.stop();
  }

  @Test
  void oneBeginsAndEndsByTheClock(Sandbox sandbox) {
    var environment = shared.take();
    var ready = environment.condition("Ready");
    var start = Instant.now().plus(Duration.ofSeconds(20));
    var sale =
        OverrideUnderTest.create(
            environment,
            "sale",
            start,
            start.plus(Duration.ofSeconds(40)),
            "prewarm: 10s\ntiers: [{name: backend, min: 5, max: 10}]");

    sale.awaitPhase(OverridePhase.Pending);
    assertThat(bounds(environment)).isEqualTo(DECLARED);

    awaitBounds(environment, new Bounds(5, 10, "Max"));
    assertThat(Instant.now()).isAfter(start.minus(Duration.ofSeconds(11)));
    sale.awaitReadiness(Readiness.Ready);
    sale.awaitPhase(OverridePhase.Active);
    assertThat(told(environment))
        .singleElement()
        .asString()
        .startsWith("backend: 5 to 10 pods instead of 2 to 8, by ScaleOverride sale until ");
    assertThat(
            new Kubectl(sandbox.kubectl(), sandbox.adminKubeconfig())
                .run("--namespace", environment.namespace(), "get", "scaleoverride"))
        .contains("ENVIRONMENT", "PHASE", "READY", "sale", "production", "Active", "Campaign");

    // As whoever keeps the manifest in Git does, again and again.
    environment.patchJson("- {op: add, path: /spec/tiers/1/scaling/overrideMax, value: 30}");
    environment.awaitReady();
    assertThat(bounds(environment)).isEqualTo(new Bounds(5, 10, "Max"));

    awaitBounds(environment, DECLARED);
    sale.awaitPhase(OverridePhase.Expired);
    assertThat(environment.condition("Ready").orElseThrow().getLastTransitionTime())
        .as("Ready never turned")
        .isEqualTo(ready.orElseThrow().getLastTransitionTime());
    assertThat(environment.events())
        .anyMatch(it -> it.startsWith("OverrideActive: ScaleOverride sale: "))
        .anyMatch(it -> it.startsWith("OverrideExpired: ScaleOverride sale: "));
    environment.await("no overrides", _ -> told(environment).isEmpty());
    sale.delete();
    shared.giveBack();
  }

  @Test
  void severalAreCombinedAndExplainedAndEndWithTheirDeletion(Sandbox sandbox) {
    var environment = shared.take();
    var bounds =
        OverrideUnderTest.now(
            environment, "summer-sale", "tiers: [{name: backend, min: 4, max: 9}]");
    var fixed =
        OverrideUnderTest.now(environment, "flash-sale", "tiers: [{name: backend, replicas: 6}]");
    var freeze = OverrideUnderTest.now(environment, "freeze", "scaleIn: Frozen");
    var greedy =
        OverrideUnderTest.now(
            environment, "greedy", "tiers: [{name: backend, max: 31}, {name: frontend, min: 4}]");

    awaitBounds(environment, new Bounds(6, 9, "Disabled"));
    bounds.await(
        "an explanation",
        it ->
            it.tiers().stream()
                .anyMatch(
                    tier ->
                        ("spec 2 to 8; flash-sale exactly 6; summer-sale 4 to 9; in force 6 to 9,"
                                + " none taken away")
                            .equals(tier.explanation())));
    assertThat(greedy.awaitPhase(OverridePhase.Refused).message()).contains("pods at most");
    fixed.awaitReadiness(Readiness.Ready);
    assertThat(bounds(environment, "frontend")).isEqualTo(new Bounds(2, 6, "Disabled"));
    awaitQuiet(sandbox);

    fixed.delete();
    awaitBounds(environment, new Bounds(4, 9, "Disabled"));
    freeze.delete();
    bounds.delete();
    awaitBounds(environment, DECLARED);
    greedy.delete();
    shared.giveBack();
  }

  @Test
  void underPlanOnlyItStaysAPlan() {
    var environment = shared.take();
    environment.patchSpec("operations: {changes: PlanOnly}");
    var sale = OverrideUnderTest.now(environment, "sale", "tiers: [{name: backend, min: 5}]");

    var late = sale.await("the plan", it -> it.message() != null && it.message().contains("Plan"));
    assertThat(late.readiness()).isEqualTo(Readiness.Late);
    assertThat(bounds(environment)).isEqualTo(DECLARED);
    assertThat(Objects.requireNonNull(environment.status().plan()).actions())
        .anyMatch(it -> it.reason().startsWith("scaling.min 2 -> 5 (ScaleOverride sale until"));

    environment.patchSpec("operations: {changes: Auto}");
    awaitBounds(environment, new Bounds(5, 8, "Max"));
    sale.awaitReadiness(Readiness.Ready);
    sale.delete();
    awaitBounds(environment, DECLARED);
    shared.giveBack();
  }

  @Test
  void anOperatorThatStartsAnewTakesNothingBackTooSoonOrTooLate(
      Sandbox sandbox, RunningOperator operator) {
    var environment = shared.take();
    var end = Instant.now().plus(Duration.ofSeconds(45));
    var sale =
        OverrideUnderTest.create(
            environment,
            "sale",
            Instant.now().minus(Duration.ofMinutes(1)),
            end,
            "tiers: [{name: backend, min: 5}]");
    awaitBounds(environment, new Bounds(5, 8, "Max"));

    var mark = sandbox.wires().recording().mark();
    operator.restart(OFTEN);
    var other = OverrideUnderTest.now(environment, "other", "tiers: [{name: frontend, min: 3}]");
    other.awaitReadiness(Readiness.Ready);
    assertThat(Instant.now()).as("the time of the sale").isBefore(end);
    assertThat(sandbox.wires().recording().writesSince(mark))
        .noneMatch(it -> it.call().target().endsWith("/production-backend"));

    operator.kill();
    Awaitility.await("the end of the sale")
        .atMost(EnvironmentUnderTest.PATIENCE)
        .until(() -> Instant.now().isAfter(end));
    assertThat(bounds(environment)).isEqualTo(new Bounds(5, 8, "Max"));
    operator.ensureRunning();
    awaitBounds(environment, DECLARED);
    sale.awaitPhase(OverridePhase.Expired);
    sale.delete();
    other.delete();
    shared.giveBack();
  }

  @Test
  void itWaitsForItsEnvironmentAndOutlivesIt(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "development");
    var early = OverrideUnderTest.now(environment, "early", "tiers: [{name: backend, min: 2}]");
    assertThat(early.awaitPhase(OverridePhase.Refused).message())
        .contains("no environment development");

    environment.apply("{}");
    early.awaitReadiness(Readiness.Ready);

    environment.patchSpec("operations: {confirmDeletion: development}");
    environment.delete();
    early.awaitPhase(OverridePhase.Refused);
    environment.awaitGone();
    early.delete();
  }

  private static List<String> told(EnvironmentUnderTest environment) {
    return Objects.requireNonNull(environment.status().effective()).overrides();
  }

  private static void awaitBounds(EnvironmentUnderTest environment, Bounds wanted) {
    environment.await(
        wanted + " instead of " + bounds(environment), _ -> bounds(environment).equals(wanted));
  }

  private static Bounds bounds(EnvironmentUnderTest environment) {
    return bounds(environment, "backend");
  }

  private static Bounds bounds(EnvironmentUnderTest environment, String tier) {
    var spec =
        environment
            .client()
            .resources(HorizontalPodAutoscaler.class)
            .inNamespace(environment.namespace())
            .withName("production-" + tier)
            .require()
            .getSpec();
    return new Bounds(
        spec.getMinReplicas(),
        spec.getMaxReplicas(),
        spec.getBehavior().getScaleDown().getSelectPolicy());
  }

  /** Three sweeps without a write. */
  private static void awaitQuiet(Sandbox sandbox) {
    var recording = sandbox.wires().recording();
    Awaitility.await("sweeps without writes")
        .atMost(EnvironmentUnderTest.PATIENCE)
        .until(
            () -> {
              var mark = recording.mark();
              Awaitility.await()
                  .until(
                      () ->
                          recording
                                  .since(mark, it -> it.operation().equals("DescribeDBInstances"))
                                  .size()
                              >= 3);
              return recording.writesSince(mark).isEmpty();
            });
  }
}
