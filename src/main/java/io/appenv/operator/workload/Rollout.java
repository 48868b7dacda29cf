package io.appenv.operator.workload;

import io.appenv.operator.model.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How far a Deployment is with its pods. The pods themselves are counted, by their revision: what
 * the Deployment controller counts belongs to a generation, and while the autoscaler works that is
 * often one it has not come to yet.
 */
record Rollout(Deployment deployment, List<Pod> pods) {

  private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

  /** Whether every pod is of the current revision. */
  boolean complete() {
    return updated() > 0 && updated() == living().count();
  }

  Optional<String> revision() {
    return Revision.of(deployment);
  }

  /** How many pods the autoscaler wants now. */
  int wanted() {
    var replicas = deployment.getSpec().getReplicas();
    return replicas == null ? 1 : replicas;
  }

  int ready() {
    return (int) current().filter(Rollout::isReady).count();
  }

  int updated() {
    return (int) current().count();
  }

  private Stream<Pod> current() {
    return living().filter(pod -> Revision.of(pod).equals(revision()));
  }

  /** A pod that is being deleted, or has come to its end, is none any more. */
  private Stream<Pod> living() {
    return pods.stream()
        .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
        .filter(pod -> !hasEnded(pod));
  }

  static boolean hasEnded(Pod pod) {
    return pod.getStatus() != null && ENDED.contains(phase(pod));
  }

  private static String phase(Pod pod) {
    return Objects.requireNonNullElse(pod.getStatus().getPhase(), "");
  }

  private static boolean isReady(Pod pod) {
    var containers = pod.getStatus() == null ? null : pod.getStatus().getContainerStatuses();
    return containers != null
        && !containers.isEmpty()
        && containers.stream().allMatch(container -> Boolean.TRUE.equals(container.getReady()));
  }

  /** Why pods cannot even be created: a quota, or the namespace's pod security. */
  Optional<Trouble> rejection() {
    return condition("ReplicaFailure", "True")
        .map(
            condition ->
                new Trouble(
                    Reason.WORKLOAD_REJECTED,
                    "Kubernetes refuses the pods of %s: %s"
                        .formatted(
                            deployment.getMetadata().getName(),
                            Sentence.of(condition.getMessage()))));
  }

  boolean deadlineExceeded() {
    return condition("Progressing", "False")
        .filter(condition -> "ProgressDeadlineExceeded".equals(condition.getReason()))
        .isPresent();
  }

  /** Until the controller has seen the current spec, its conditions speak of an older one. */
  private boolean observed() {
    var generation = deployment.getMetadata().getGeneration();
    return status()
        .map(DeploymentStatus::getObservedGeneration)
        .filter(seen -> generation == null || seen >= generation)
        .isPresent();
  }

  private Optional<DeploymentCondition> condition(String type, String value) {
    return status().filter(found -> observed()).stream()
        .flatMap(found -> found.getConditions().stream())
        .filter(condition -> Objects.equals(condition.getType(), type))
        .filter(condition -> Objects.equals(condition.getStatus(), value))
        .findFirst();
  }

  private Optional<DeploymentStatus> status() {
    return Optional.ofNullable(deployment.getStatus());
  }
}
