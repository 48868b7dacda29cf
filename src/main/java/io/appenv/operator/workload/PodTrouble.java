package io.appenv.operator.workload;

import io.appenv.operator.model.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what keeps pods from running, in the pods' own words. */
public final class PodTrouble {

  static final String SCHEDULED = "PodScheduled";

  private PodTrouble() {}

  /** The trouble of the first pod by name that has one; containers before scheduling. */
  public static Optional<Trouble> find(List<Pod> pods) {
    // By name, so that the same trouble is told in the same words while it lasts.
    var living =
        pods.stream()
            .filter(pod -> pod.getStatus() != null)
            .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
            .sorted(Comparator.comparing((Pod pod) -> pod.getMetadata().getName()))
            .toList();
    return Stream.concat(
            living.stream().flatMap(PodTrouble::ofContainers),
            living.stream().flatMap(PodTrouble::ofScheduling))
        .findFirst();
  }

  private static Stream<Trouble> ofContainers(Pod pod) {
    return pod.getStatus().getContainerStatuses().stream()
        .flatMap(container -> ContainerTrouble.of(pod, container).stream());
  }

  private static Stream<Trouble> ofScheduling(Pod pod) {
    return pod.getStatus().getConditions().stream()
        .filter(condition -> SCHEDULED.equals(condition.getType()))
        .filter(condition -> "Unschedulable".equals(condition.getReason()))
        .map(
            condition ->
                new Trouble(
                    Reason.UNSCHEDULABLE,
                    "No node takes pod %s: %s"
                        .formatted(
                            pod.getMetadata().getName(), Sentence.of(condition.getMessage()))));
  }
}
