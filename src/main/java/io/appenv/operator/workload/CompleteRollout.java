package io.appenv.operator.workload;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.DesiredTier;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether nothing is left of earlier templates. Stricter than what makes a tier available: a pod
 * that is still being stopped may hold a connection of before, and so may one of a tier that is not
 * declared any more.
 */
public final class CompleteRollout {

  private CompleteRollout() {}

  /** Whether all pods and Deployments of the environment are of the templates it wants now. */
  public static boolean of(Blueprint blueprint, List<Deployment> deployments, List<Pod> pods) {
    var wanted = revisions(blueprint);
    return deployments.stream().allMatch(it -> isWanted(it, Revision.of(it), wanted))
        && pods.stream()
            .filter(pod -> Labels.tierOf(pod).isPresent())
            .filter(pod -> !Rollout.hasEnded(pod))
            .allMatch(it -> isWanted(it, Revision.of(it), wanted));
  }

  private static Map<String, String> revisions(Blueprint blueprint) {
    var revisions = new HashMap<String, String>();
    for (DesiredTier tier : blueprint.runnableTiers()) {
      Revision.of(TierDeployment.build(blueprint, tier))
          .ifPresent(revision -> revisions.put(tier.name(), revision));
    }
    return revisions;
  }

  private static boolean isWanted(
      HasMetadata object, Optional<String> revision, Map<String, String> wanted) {
    return revision.isPresent()
        && revision.equals(Labels.tierOf(object).map(tier -> wanted.get(tier)));
  }
}
