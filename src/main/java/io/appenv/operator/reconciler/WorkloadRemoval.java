package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Reason;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import java.util.Optional;

/**
 * Takes the workloads away first, so that nothing writes to a database whose final snapshot is
 * being taken. Deleted in the foreground: a Deployment is gone only when its pods are.
 */
final class WorkloadRemoval {

  private WorkloadRemoval() {}

  /** Empty once no workload is left. */
  static Optional<Failure> proceed(Context<AppEnvironment> context) {
    var deployments = context.getSecondaryResources(Deployment.class);
    deployments.stream()
        .filter(deployment -> deployment.getMetadata().getDeletionTimestamp() == null)
        .forEach(
            deployment ->
                context
                    .getClient()
                    .resource(deployment)
                    .withPropagationPolicy(DeletionPropagation.FOREGROUND)
                    .delete());
    return deployments.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Failure.Waiting(
                Component.WORKLOADS,
                Reason.DELETING,
                "Waiting for the pods of %d tiers to end before any data is touched."
                    .formatted(deployments.size())));
  }
}
