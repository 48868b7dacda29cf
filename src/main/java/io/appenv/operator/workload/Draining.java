package io.appenv.operator.workload;

import io.appenv.operator.model.DesiredTier;
import io.fabric8.kubernetes.api.model.ContainerBuilder;

/**
 * Keeps a pod serving while the cluster forgets its address: endpoints and load balancers learn of
 * a termination at the same time as the pod, and for some seconds still send it requests.
 */
final class Draining {

  private static final long SECONDS = 5;

  private Draining() {}

  static void addTo(ContainerBuilder container, DesiredTier tier) {
    // The pause is part of the grace period: at most half of it, the rest is the process's own.
    var seconds = Math.min(SECONDS, tier.terminationGracePeriod().toSeconds() / 2);
    if (seconds > 0 && !tier.ports().isEmpty()) {
      container
          .withNewLifecycle()
          .withNewPreStop()
          .withNewSleep()
          .withSeconds(seconds)
          .endSleep()
          .endPreStop()
          .endLifecycle();
    }
  }
}
