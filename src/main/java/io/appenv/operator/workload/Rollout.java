package io.appenv.operator.workload;

import io.appenv.operator.model.Reason;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what the Deployment controller wrote into a Deployment's status. */
record Rollout(Deployment deployment) {

  /** Whether every pod is of the current revision. */
  boolean complete() {
    return observed()
        && wanted() > 0
        && updated() >= wanted()
        && updated() == status().map(DeploymentStatus::getReplicas).map(Rollout::count).orElse(0);
  }

  /** How many pods the autoscaler wants now. */
  int wanted() {
    var replicas = deployment.getSpec().getReplicas();
    return replicas == null ? 1 : replicas;
  }

  int ready() {
    return status().map(DeploymentStatus::getReadyReplicas).map(Rollout::count).orElse(0);
  }

  int updated() {
    return status().map(DeploymentStatus::getUpdatedReplicas).map(Rollout::count).orElse(0);
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

  private static int count(@Nullable Integer number) {
    return number == null ? 0 : number;
  }
}
