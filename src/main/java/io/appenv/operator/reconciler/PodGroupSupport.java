package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.dependent.SecurityGroupPoliciesServed;
import io.appenv.operator.dependent.SecurityGroupPolicy;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.PodGroups;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.SecurityGroupRole;
import io.appenv.operator.model.StoreAccess;
import io.appenv.operator.workload.Labels;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether pods can carry security groups where that is declared. Data stores let in nobody else
 * then, so nothing is made in AWS before.
 */
final class PodGroupSupport {

  private PodGroupSupport() {}

  /** What keeps them from it; empty where nothing does, or where nobody wants it. */
  static Optional<Failure> missing(Desired desired, KubernetesClient client) {
    return desired.clusterGroup().isEmpty() || SecurityGroupPoliciesServed.look(client)
        ? Optional.empty()
        : Optional.of(
            new Failure.Recoverable(
                Component.NETWORK,
                Reason.BACKEND_MISSING,
                ("The cluster does not serve %s (%s/%s), by which pods carry security groups, so"
                        + " nothing is created; switch on security groups for pods in EKS, or"
                        + " create the environment without spec.network.securityGroups.")
                    .formatted(
                        SecurityGroupPolicy.KIND,
                        SecurityGroupPolicy.GROUP,
                        SecurityGroupPolicy.VERSION)));
  }

  /**
   * The security groups of pods; nothing of it where they carry those of their nodes. A tier has
   * none before the data stores that it uses let it in by them.
   */
  static PodGroups groups(Desired desired, Observed observed, Context<AppEnvironment> context) {
    if (desired.clusterGroup().isEmpty()) {
      return PodGroups.none();
    }
    var ids = new HashMap<String, String>();
    for (var tier : desired.tiers()) {
      if (!tier.uses().stream().allMatch(use -> StoreAccess.letsIn(desired, observed, use))) {
        continue;
      }
      observed
          .securityGroups()
          .idOf(desired, SecurityGroupRole.tier(tier.name()))
          .ifPresent(id -> ids.put(tier.name(), id));
    }
    return new PodGroups(ids, closedTiers(context));
  }

  /** Policies are not watched before the cluster serves them and the first is made. */
  private static Set<String> closedTiers(Context<AppEnvironment> context) {
    return context.eventSourceRetriever().getEventSourcesFor(SecurityGroupPolicy.class).isEmpty()
        ? Set.of()
        : context
            .getSecondaryResourcesAsStream(SecurityGroupPolicy.class)
            .flatMap(policy -> Labels.tierOf(policy).stream())
            .collect(Collectors.toUnmodifiableSet());
  }
}
