package io.appenv.operator.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PodTroubleTest {

  @Test
  void runningPodsHaveNone() {
    assertThat(PodTrouble.find(List.of(Pods.running("a")))).isEmpty();
    assertThat(PodTrouble.find(List.of(Pods.waiting("a", "ContainerCreating", "")))).isEmpty();
  }

  @Test
  void pullingAndBackingOffReadTheSame() {
    var pulling = trouble(Pods.waiting("a", "ErrImagePull", "not found"));
    var backingOff =
        trouble(
            Pods.waiting(
                "a",
                "ImagePullBackOff",
                "Back-off pulling image \"shop/backend:2\": ErrImagePull: not found"));
    assertThat(pulling)
        .isEqualTo(
            new Trouble(
                Reason.IMAGE_PULL_FAILED, "Pod a cannot pull image shop/backend:2: not found"))
        .isEqualTo(backingOff);
  }

  @Test
  void invalidImageNameIsNamed() {
    var trouble = trouble(Pods.waiting("a", "InvalidImageName", "couldn''t parse"));
    assertThat(trouble.reason()).isEqualTo(Reason.IMAGE_PULL_FAILED);
    assertThat(trouble.message()).contains("shop/backend:2", "not valid");
  }

  @Test
  void crashTellsTheExitCodeAndNotTheBackOff() {
    var trouble = trouble(Pods.crashing("a", "Error", 3, "10s"));
    assertThat(trouble.reason()).isEqualTo(Reason.CONTAINER_FAILED);
    assertThat(trouble.message()).contains("exit code 3", "kubectl logs a --previous");
    assertThat(trouble(Pods.crashing("a", "Error", 3, "5m0s"))).isEqualTo(trouble);
  }

  @Test
  void lackOfMemoryIsNamed() {
    assertThat(trouble(Pods.crashing("a", "OOMKilled", 137, "10s")).message())
        .contains("more memory than its limit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"CreateContainerConfigError", "CreateContainerError", "RunContainerError"})
  void containerThatCannotStartTellsWhy(String reason) {
    var trouble = trouble(Pods.waiting("a", reason, "secret \"x\" not found"));
    assertThat(trouble.reason()).isEqualTo(Reason.CONTAINER_FAILED);
    assertThat(trouble.message()).contains(reason, "secret \"x\" not found");
  }

  @Test
  void unschedulablePodTellsTheSchedulersReason() {
    assertThat(trouble(Pods.unschedulable("a", "0/3 nodes are available")))
        .isEqualTo(
            new Trouble(Reason.UNSCHEDULABLE, "No node takes pod a: 0/3 nodes are available"));
  }

  @Test
  void containersComeBeforeSchedulingAndNamesInOrder() {
    var pods =
        List.of(
            Pods.unschedulable("a", "full"),
            Pods.waiting("c", "ErrImagePull", "no"),
            Pods.waiting("b", "ErrImagePull", "no"));
    assertThat(PodTrouble.find(pods)).hasValue(trouble(Pods.waiting("b", "ErrImagePull", "no")));
  }

  @Test
  void podThatIsGoingIsNoTrouble() {
    var going =
        new PodBuilder(Pods.waiting("a", "ErrImagePull", "no"))
            .editMetadata()
            .withDeletionTimestamp("2026-01-01T00:00:00Z")
            .endMetadata()
            .build();
    assertThat(PodTrouble.find(List.of(going))).isEmpty();
  }

  @Test
  void summaryKeepsWhatTroubleIsReadFrom() {
    for (var pod :
        List.of(
            Pods.waiting("a", "ErrImagePull", "no"),
            Pods.crashing("a", "OOMKilled", 137, "10s"),
            Pods.unschedulable("a", "full"))) {
      assertThat(PodTrouble.find(List.of(PodSummary.of(pod)))).hasValue(trouble(pod));
    }
  }

  @Test
  void summaryDropsTheRest() {
    var summary = PodSummary.of(Pods.unschedulable("a", "full"));
    assertThat(summary.getSpec()).isNull();
    assertThat(summary.getMetadata().getAnnotations()).isEmpty();
    assertThat(summary.getMetadata().getManagedFields()).isEmpty();
    assertThat(summary.getMetadata().getLabels()).containsEntry("appenv.io/tier", "backend");
    assertThat(summary.getStatus().getConditions()).hasSize(1);
  }

  private static Trouble trouble(Pod pod) {
    return PodTrouble.find(List.of(pod)).orElseThrow();
  }
}
