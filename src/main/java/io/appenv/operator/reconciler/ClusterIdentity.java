package io.appenv.operator.reconciler;

import io.appenv.operator.config.OperatorConfig;
import io.fabric8.kubernetes.client.KubernetesClient;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Which cluster this is. The UID of kube-system is the usual identity of a cluster: it is unique
 * and lives as long as the cluster does.
 */
@ApplicationScoped
class ClusterIdentity {

  private final KubernetesClient client;
  private final OperatorConfig config;
  private @Nullable String identity;

  ClusterIdentity(KubernetesClient client, OperatorConfig config) {
    this.client = client;
    this.config = config;
  }

  /** Read once, however many passes ask for it at the start. */
  synchronized String get() {
    if (identity == null) {
      identity = config.cluster().orElseGet(this::read);
    }
    return identity;
  }

  private String read() {
    return client.namespaces().withName("kube-system").require().getMetadata().getUid();
  }
}
