package io.appenv.operator.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nobody may write any more only when no pod is left, and none can come. */
class StoppedTiersTest {

  private static final Set<String> BACKEND = Set.of("backend");

  @Test
  void withoutPodsAndAtZeroItIsGone() {
    assertThat(areGone(List.of(deployment("backend", 0, 0, 3)), List.of())).isTrue();
  }

  @Test
  void aDeploymentThatIsNotAtZeroMakesMore() {
    assertThat(areGone(List.of(deployment("backend", 2, 0, 3)), List.of())).isFalse();
  }

  @Test
  void whatItsControllerStillCountsMayWrite() {
    assertThat(areGone(List.of(deployment("backend", 0, 1, 3)), List.of())).isFalse();
  }

  @Test
  void whatItsControllerSaidOfAnEarlierGenerationDoesNotCount() {
    assertThat(areGone(List.of(deployment("backend", 0, 0, 2)), List.of())).isFalse();
  }

  @Test
  void oneThatItsControllerHasNotSeenDoesNotCount() {
    var unseen = new DeploymentBuilder(deployment("backend", 0, 0, 3)).withStatus(null).build();
    assertThat(areGone(List.of(unseen), List.of())).isFalse();
  }

  @Test
  void aPodThatIsBeingStoppedMayWrite() {
    var stopping =
        new PodBuilder(pod("backend", "Running"))
            .editMetadata()
            .withDeletionTimestamp("2026-11-26T10:00:00Z")
            .endMetadata()
            .build();
    assertThat(areGone(List.of(deployment("backend", 0, 0, 3)), List.of(stopping))).isFalse();
  }

  @Test
  void aPodThatHasEndedWritesNothing() {
    assertThat(areGone(List.of(deployment("backend", 0, 0, 3)), List.of(pod("backend", "Failed"))))
        .isTrue();
  }

  @Test
  void otherTiersRunOn() {
    assertThat(
            areGone(
                List.of(deployment("backend", 0, 0, 3), deployment("frontend", 2, 2, 3)),
                List.of(pod("frontend", "Running"))))
        .isTrue();
  }

  private static boolean areGone(List<Deployment> deployments, List<Pod> pods) {
    return StoppedTiers.areGone(BACKEND, deployments, pods);
  }

  /** Of generation 3. */
  private static Deployment deployment(String tier, int wanted, int counted, long observed) {
    return new DeploymentBuilder()
        .withNewMetadata()
        .addToLabels(Labels.TIER, tier)
        .withGeneration(3L)
        .endMetadata()
        .withNewSpec()
        .withReplicas(wanted)
        .endSpec()
        .withNewStatus()
        .withReplicas(counted)
        .withObservedGeneration(observed)
        .endStatus()
        .build();
  }

  private static Pod pod(String tier, String phase) {
    return new PodBuilder()
        .withNewMetadata()
        .addToLabels(Labels.TIER, tier)
        .endMetadata()
        .withNewStatus()
        .withPhase(phase)
        .endStatus()
        .build();
  }
}
