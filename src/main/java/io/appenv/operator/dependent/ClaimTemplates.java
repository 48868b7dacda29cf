package io.appenv.operator.dependent;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import org.jspecify.annotations.Nullable;

/** Kubernetes refuses every change of a StatefulSet's claim templates. */
final class ClaimTemplates {

  private ClaimTemplates() {}

  static void keep(@Nullable StatefulSet desired, StatefulSet actual) {
    if (desired != null) {
      desired
          .getSpec()
          .setVolumeClaimTemplates(
              actual.getSpec().getVolumeClaimTemplates().stream()
                  .map(ClaimTemplates::withoutStatus)
                  .toList());
    }
  }

  private static PersistentVolumeClaim withoutStatus(PersistentVolumeClaim claim) {
    return new PersistentVolumeClaimBuilder(claim).withStatus(null).build();
  }
}
