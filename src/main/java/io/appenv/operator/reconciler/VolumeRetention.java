package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.backend.incluster.VolumePolicy;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Reason;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of the volumes in the cluster is what the deletion policy says at the end, which may
 * have been changed during the deletion. The StatefulSet controller passes it on to the claims, by
 * their owner references; the StatefulSets go only after that.
 */
final class VolumeRetention {

  private VolumeRetention() {}

  /** Empty once every claim follows the policy. */
  static Optional<Failure> proceed(Desired desired, Context<AppEnvironment> context) {
    var servers = context.getSecondaryResourcesAsStream(StatefulSet.class).toList();
    var outdated = servers.stream().filter(it -> !VolumePolicy.isFollowed(desired, it)).toList();
    outdated.forEach(
        server ->
            context
                .getClient()
                .resource(server)
                .edit(stored -> VolumePolicy.applied(desired, stored)));
    return outdated.isEmpty() && servers.stream().allMatch(VolumePolicy::isPassedOn)
        ? Optional.empty()
        : Optional.of(waiting(servers));
  }

  private static Failure waiting(List<StatefulSet> servers) {
    return new Failure.Waiting(
        Component.DATABASE,
        Reason.DELETING,
        "Waiting until the volumes of %s follow the deletion policy."
            .formatted(
                String.join(
                    ", ",
                    servers.stream().map(it -> it.getMetadata().getName()).sorted().toList())));
  }
}
