package io.appenv.operator.reconciler;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Reason;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Optional;

/**
 * Whoever deletes the definition has the API server delete every environment of the cluster, and
 * hardly ever means their data. So such a deletion does nothing until it is confirmed.
 */
final class Definition {

  private static final String NAME = "appenvironments.appenv.io";

  private Definition() {}

  /** What keeps the deletion of an environment from going on. */
  static Optional<Failure> obstacle(Desired desired, KubernetesClient client) {
    return !desired.deletionConfirmed() && isGoing(client)
        ? Optional.of(
            new Failure.Terminal(
                Component.SPEC,
                Reason.DEFINITION_DELETED,
                ("The definition %s is being deleted, and every environment with it, so workloads"
                        + " and data are left as they are; to delete this environment all the same,"
                        + " set spec.operations.confirmDeletion to %s, and to keep what it has,"
                        + " remove its finalizer.")
                    .formatted(NAME, desired.environment().name())))
        : Optional.empty();
  }

  private static boolean isGoing(KubernetesClient client) {
    var definition = client.apiextensions().v1().customResourceDefinitions().withName(NAME).get();
    return definition != null && definition.isMarkedForDeletion();
  }
}
