package io.appenv.operator.bench;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;

/** A change of a manifest, and the child that has to follow. */
sealed interface Change {

  Member member();

  /** Returns the generation that the change has made. */
  long make();

  boolean isShownBy(HasMetadata child);

  /** Watches the one child, and no other. */
  Watch watch(KubernetesClient client, Watcher<HasMetadata> watcher);

  /** Another image of a tier: the pods are replaced. */
  record Image(Member member, String image) implements Change {

    @Override
    public long make() {
      return member.setImage(Member.FRONTEND, image);
    }

    @Override
    public boolean isShownBy(HasMetadata child) {
      return child instanceof Deployment deployment
          && deployment.getSpec().getTemplate().getSpec().getContainers().stream()
              .anyMatch(container -> image.equals(container.getImage()));
    }

    @Override
    public Watch watch(KubernetesClient client, Watcher<HasMetadata> watcher) {
      return client
          .apps()
          .deployments()
          .inNamespace(member.namespace())
          .withLabels(member.labels(Member.FRONTEND))
          .watch(new AnyWatcher<>(watcher));
    }
  }

  /** Another limit of a tier's autoscaler: nothing else happens. */
  record Maximum(Member member, int pods) implements Change {

    @Override
    public long make() {
      return member.setMaximum(Member.FRONTEND, pods);
    }

    @Override
    public boolean isShownBy(HasMetadata child) {
      return child instanceof HorizontalPodAutoscaler autoscaler
          && autoscaler.getSpec().getMaxReplicas() == pods;
    }

    @Override
    public Watch watch(KubernetesClient client, Watcher<HasMetadata> watcher) {
      return client
          .autoscaling()
          .v2()
          .horizontalPodAutoscalers()
          .inNamespace(member.namespace())
          .withLabels(member.labels(Member.FRONTEND))
          .watch(new AnyWatcher<>(watcher));
    }
  }
}
