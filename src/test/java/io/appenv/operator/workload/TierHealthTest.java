package io.appenv.operator.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Reason;
import io.appenv.operator.workload.TierHealth.State;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The tier wants at least two pods. */
class TierHealthTest {

  private static final String PROGRESSING = "{type: Progressing, status: 'True'}";
  private static final String LATE =
      "{type: Progressing, status: 'False', reason: ProgressDeadlineExceeded}";
  private static final String REJECTED =
      "{type: ReplicaFailure, status: 'True', reason: FailedCreate, message: exceeded quota}";

  @Test
  void withoutDeploymentItHasNotStarted() {
    var health = TierHealth.of(Tiers.backend(), Optional.empty(), List.of());
    assertThat(health.state()).isEqualTo(State.NOT_STARTED);
    assertThat(health.desired()).isEqualTo(2);
  }

  @Test
  void availableWhenAllAreOfTheCurrentRevisionAndEnoughAreReady() {
    var health = health(deployment(2, 2, 2, 2, 1, PROGRESSING));
    assertThat(health)
        .isEqualTo(
            new TierHealth(
                "backend", 2, 2, 2, State.AVAILABLE, Optional.empty(), Optional.empty()));
  }

  @Test
  void scalingAboveTheMinimumDoesNotMakeItUnavailable() {
    assertThat(health(deployment(6, 6, 6, 3, 1, PROGRESSING)).state()).isEqualTo(State.AVAILABLE);
    assertThat(health(deployment(6, 6, 6, 3, 1, PROGRESSING)).desired()).isEqualTo(6);
  }

  @Test
  void fewerReadyThanTheMinimumIsNotAvailable() {
    var health = health(deployment(1, 1, 1, 1, 1, PROGRESSING));
    assertThat(health.state()).isEqualTo(State.ROLLING_OUT);
    assertThat(health.reason()).hasValue(Reason.ROLLING_OUT);
    assertThat(health.desired()).isEqualTo(2);
  }

  @Test
  void olderPodsStillThereMeansRollingOut() {
    assertThat(health(deployment(2, 3, 1, 2, 1, PROGRESSING)).state()).isEqualTo(State.ROLLING_OUT);
    assertThat(health(deployment(2, 3, 2, 2, 1, PROGRESSING)).state()).isEqualTo(State.ROLLING_OUT);
  }

  @Test
  void statusOfAnOlderGenerationCountsForNothing() {
    assertThat(health(deployment(2, 2, 2, 2, 0, LATE)).state()).isEqualTo(State.ROLLING_OUT);
    assertThat(health(deployment(2, 2, 2, 2, 0, REJECTED)).reason()).hasValue(Reason.ROLLING_OUT);
  }

  @Test
  void podsTellTheReasonWhileTheDeadlineRuns() {
    var health = health(deployment(2, 2, 2, 0, 1, PROGRESSING), pullFailure());
    assertThat(health.state()).isEqualTo(State.ROLLING_OUT);
    assertThat(health.reason()).hasValue(Reason.IMAGE_PULL_FAILED);
  }

  @Test
  void afterTheDeadlineItFailedForThePodsReason() {
    var health = health(deployment(2, 2, 2, 0, 1, LATE), pullFailure());
    assertThat(health.state()).isEqualTo(State.FAILED);
    assertThat(health.reason()).hasValue(Reason.IMAGE_PULL_FAILED);
    assertThat(health.message().orElseThrow()).contains("not found");
  }

  @Test
  void afterTheDeadlineWithoutAReasonTheDeadlineIsTold() {
    var health = health(deployment(2, 2, 2, 1, 1, LATE));
    assertThat(health.state()).isEqualTo(State.FAILED);
    assertThat(health.reason()).hasValue(Reason.PROGRESS_DEADLINE_EXCEEDED);
    assertThat(health.message())
        .hasValue("Tier backend did not become available within 600 s: 1 of 2 pods are ready.");
  }

  @Test
  void refusedPodsAreAFailureAtOnce() {
    var health = health(deployment(2, 0, 0, 0, 1, REJECTED));
    assertThat(health.state()).isEqualTo(State.FAILED);
    assertThat(health.reason()).hasValue(Reason.WORKLOAD_REJECTED);
    assertThat(health.message()).hasValueSatisfying(m -> assertThat(m).contains("exceeded quota"));
  }

  @Test
  void deploymentNobodyHasLookedAtYetIsOnItsWay() {
    var untouched =
        Serialization.unmarshal("spec: {}\nmetadata: {generation: 1}", Deployment.class);
    assertThat(health(untouched).state()).isEqualTo(State.ROLLING_OUT);
  }

  private static Pod pullFailure() {
    return Pods.waiting("a", "ErrImagePull", "not found");
  }

  private static TierHealth health(Deployment deployment, Pod... pods) {
    return TierHealth.of(Tiers.backend(), Optional.of(deployment), List.of(pods));
  }

  private static Deployment deployment(
      int wanted, int all, int updated, int ready, int observedGeneration, String condition) {
    return Serialization.unmarshal(
        """
        metadata: {name: preview-backend, generation: 1}
        spec: {replicas: %d}
        status:
          replicas: %d
          updatedReplicas: %d
          readyReplicas: %d
          observedGeneration: %d
          conditions: [%s]
        """
            .formatted(wanted, all, updated, ready, observedGeneration, condition),
        Deployment.class);
  }
}
