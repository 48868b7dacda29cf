package io.appenv.operator.workload;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.DesiredTier;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;

/** The identity of a tier's pods: one each, so that AWS roles can be given to one tier alone. */
public final class TierServiceAccount {

  private TierServiceAccount() {}

  public static ServiceAccount build(Blueprint blueprint, DesiredTier tier) {
    return new ServiceAccountBuilder()
        .withMetadata(Metadata.tier(blueprint, tier))
        // A tier has no business with the Kubernetes API.
        .withAutomountServiceAccountToken(false)
        .build();
  }
}
