package io.appenv.operator.workload;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateTerminatedBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pod without what nobody here reads. An informer over thousands of pods keeps these, at about a
 * tenth of the memory.
 */
public final class PodSummary {

  private PodSummary() {}

  /** A new pod with identity, phase, why its containers do not run and why it is not scheduled. */
  public static Pod of(Pod pod) {
    return new PodBuilder()
        .withMetadata(metadata(pod.getMetadata()))
        .withStatus(pod.getStatus() == null ? null : status(pod.getStatus()))
        .build();
  }

  private static ObjectMeta metadata(ObjectMeta metadata) {
    return new ObjectMetaBuilder()
        .withName(metadata.getName())
        .withNamespace(metadata.getNamespace())
        .withUid(metadata.getUid())
        .withResourceVersion(metadata.getResourceVersion())
        .withDeletionTimestamp(metadata.getDeletionTimestamp())
        .withLabels(metadata.getLabels())
        .withOwnerReferences(metadata.getOwnerReferences())
        .build();
  }

  private static PodStatus status(PodStatus status) {
    return new PodStatusBuilder()
        .withPhase(status.getPhase())
        .withConditions(
            status.getConditions().stream()
                .filter(condition -> PodTrouble.SCHEDULED.equals(condition.getType()))
                .toList())
        .withContainerStatuses(containers(status))
        .build();
  }

  private static List<ContainerStatus> containers(PodStatus status) {
    return status.getContainerStatuses().stream().map(PodSummary::container).toList();
  }

  private static ContainerStatus container(ContainerStatus container) {
    return new ContainerStatusBuilder()
        .withName(container.getName())
        .withImage(container.getImage())
        .withReady(container.getReady())
        .withState(state(container.getState()))
        .withLastState(state(container.getLastState()))
        .build();
  }

  private static @Nullable ContainerState state(@Nullable ContainerState state) {
    return state == null
        ? null
        : new ContainerStateBuilder()
            .withWaiting(state.getWaiting())
            .withTerminated(terminated(state.getTerminated()))
            .build();
  }

  private static @Nullable ContainerStateTerminated terminated(
      @Nullable ContainerStateTerminated terminated) {
    return terminated == null
        ? null
        : new ContainerStateTerminatedBuilder()
            .withExitCode(terminated.getExitCode())
            .withReason(terminated.getReason())
            .build();
  }
}
