package io.appenv.operator.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.model.Reason;
import io.appenv.operator.workload.TierHealth.State;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The tier wants at least two pods. */
class TierHealthTest {

  private static final Optional<String> CURRENT = Optional.of("current");

  private static final String PROGRESSING = "{type: Progressing, status: 'True'}";
  private static final String LATE =
      "{type: Progressing, status: 'False', reason: ProgressDeadlineExceeded}";
  private static final String REJECTED =
      "{type: ReplicaFailure, status: 'True', reason: FailedCreate, message: exceeded quota}";

  @Test
  void withoutDeploymentItHasNotStarted() {
    var health = TierHealth.of(Tiers.backend(), CURRENT, Optional.empty(), List.of());
    assertThat(health.state()).isEqualTo(State.NOT_STARTED);
    assertThat(health.desired()).isEqualTo(2);
  }

  @Test
  void availableWhenAllAreOfTheCurrentRevisionAndEnoughAreReady() {
    var health = health(deployment(2, 1, PROGRESSING), serving(2));
    assertThat(health)
        .isEqualTo(
            new TierHealth(
                "backend", 2, 2, 2, State.AVAILABLE, Optional.empty(), Optional.empty()));
  }

  @Test
  void aStepOfTheAutoscalerDoesNotMakeItUnavailable() {
    var growing = new ArrayList<>(serving(2));
    growing.add(Pods.waiting("new", "ContainerCreating", ""));
    assertThat(health(deployment(6, 0, PROGRESSING), growing).state()).isEqualTo(State.AVAILABLE);
    assertThat(health(deployment(6, 0, PROGRESSING), growing).desired()).isEqualTo(6);
    assertThat(health(deployment(2, 0, PROGRESSING), serving(6)).state())
        .isEqualTo(State.AVAILABLE);
  }

  @Test
  void fewerReadyThanTheMinimumIsNotAvailable() {
    var health = health(deployment(1, 1, PROGRESSING), serving(1));
    assertThat(health.state()).isEqualTo(State.ROLLING_OUT);
    assertThat(health.reason()).hasValue(Reason.ROLLING_OUT);
    assertThat(health.desired()).isEqualTo(2);
  }

  /** What an override asks for beyond the manifest is told of the override. */
  @Test
  void whatAnOverrideLacksDoesNotMakeItUnavailable() {
    var tier = Tiers.backend();
    var by = new DesiredTier.Overridden(2, false, "ScaleOverride sale until six");
    var sale = tier.scaledBy(tier.scaling().under(6, 16, by));
    var health =
        TierHealth.of(sale, CURRENT, Optional.of(deployment(2, 1, PROGRESSING)), serving(2));
    assertThat(health.state()).isEqualTo(State.AVAILABLE);
    assertThat(health.desired()).isEqualTo(6);
    assertThat(
            TierHealth.of(sale, CURRENT, Optional.of(deployment(2, 1, PROGRESSING)), serving(1))
                .state())
        .isEqualTo(State.ROLLING_OUT);
  }

  @Test
  void olderPodsStillThereMeansRollingOut() {
    var mixed = new ArrayList<>(serving(2));
    mixed.add(Pods.running("old", "before"));
    assertThat(health(deployment(2, 1, PROGRESSING), mixed).state()).isEqualTo(State.ROLLING_OUT);
  }

  @Test
  void olderPodsOnTheirWayOutDoNotCount() {
    var mixed = new ArrayList<>(serving(2));
    mixed.add(Pods.deleted(Pods.running("old", "before")));
    assertThat(health(deployment(2, 1, PROGRESSING), mixed).state()).isEqualTo(State.AVAILABLE);
  }

  @Test
  void whatWasNotAppliedYetIsOutdatedHoweverWellItRuns() {
    var health =
        TierHealth.of(
            Tiers.backend(),
            Optional.of("next"),
            Optional.of(deployment(2, 1, PROGRESSING)),
            serving(2));
    assertThat(health.state()).isEqualTo(State.OUTDATED);
  }

  @Test
  void conditionsOfAnOlderGenerationCountForNothing() {
    assertThat(health(deployment(2, 0, LATE), List.of()).state()).isEqualTo(State.ROLLING_OUT);
    assertThat(health(deployment(2, 0, REJECTED), List.of()).reason()).hasValue(Reason.ROLLING_OUT);
  }

  @Test
  void podsTellTheReasonWhileTheDeadlineRuns() {
    var health = health(deployment(2, 1, PROGRESSING), List.of(pullFailure()));
    assertThat(health.state()).isEqualTo(State.ROLLING_OUT);
    assertThat(health.reason()).hasValue(Reason.IMAGE_PULL_FAILED);
  }

  @Test
  void afterTheDeadlineItFailedForThePodsReason() {
    var health = health(deployment(2, 1, LATE), List.of(pullFailure()));
    assertThat(health.state()).isEqualTo(State.FAILED);
    assertThat(health.reason()).hasValue(Reason.IMAGE_PULL_FAILED);
    assertThat(health.message().orElseThrow()).contains("not found");
  }

  @Test
  void afterTheDeadlineWithoutAReasonTheDeadlineIsTold() {
    var health = health(deployment(2, 1, LATE), serving(1));
    assertThat(health.state()).isEqualTo(State.FAILED);
    assertThat(health.reason()).hasValue(Reason.PROGRESS_DEADLINE_EXCEEDED);
    assertThat(health.message())
        .hasValue("it did not become available within 600 s: 1 of 2 pods are ready.");
  }

  @Test
  void refusedPodsAreAFailureAtOnce() {
    var health = health(deployment(2, 1, REJECTED), List.of());
    assertThat(health.state()).isEqualTo(State.FAILED);
    assertThat(health.reason()).hasValue(Reason.WORKLOAD_REJECTED);
    assertThat(health.message()).hasValueSatisfying(m -> assertThat(m).contains("exceeded quota"));
  }

  private static List<Pod> serving(int count) {
    return IntStream.range(0, count).mapToObj(number -> Pods.running("pod-" + number)).toList();
  }

  private static Pod pullFailure() {
    return Pods.waiting("a", "ErrImagePull", "not found");
  }

  private static TierHealth health(Deployment deployment, List<Pod> pods) {
    return TierHealth.of(Tiers.backend(), CURRENT, Optional.of(deployment), pods);
  }

  private static Deployment deployment(int wanted, int observedGeneration, String condition) {
    return Serialization.unmarshal(
        """
        metadata: {name: preview-backend, generation: 1}
        spec:
          replicas: %d
          template: {metadata: {labels: {appenv.io/revision: current}}}
        status:
          observedGeneration: %d
          conditions: [%s]
        """
            .formatted(wanted, observedGeneration, condition),
        Deployment.class);
  }
}
