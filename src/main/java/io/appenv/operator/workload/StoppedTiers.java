package io.appenv.operator.workload;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Whether tiers that shall have no pods have none. */
public final class StoppedTiers {

  private StoppedTiers() {}

  /** A pod that is still being stopped may write; a Deployment that is not at zero makes more. */
  public static boolean areGone(Set<String> tiers, List<Deployment> deployments, List<Pod> pods) {
    return deployments.stream().filter(it -> isOf(tiers, it)).allMatch(StoppedTiers::isAtZero)
        && pods.stream().filter(it -> isOf(tiers, it)).allMatch(Rollout::hasEnded);
  }

  /** What its controller says of an earlier generation does not count. */
  private static boolean isAtZero(Deployment deployment) {
    var status = deployment.getStatus();
    var generation = deployment.getMetadata().getGeneration();
    return Objects.equals(deployment.getSpec().getReplicas(), 0)
        && status != null
        && (status.getReplicas() == null || status.getReplicas() == 0)
        && (generation == null || generation.equals(status.getObservedGeneration()));
  }

  private static boolean isOf(Set<String> tiers, HasMetadata object) {
    return Labels.tierOf(object).filter(tiers::contains).isPresent();
  }
}
