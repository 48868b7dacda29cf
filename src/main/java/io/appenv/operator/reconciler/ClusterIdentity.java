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
  private volatile @Nullable String identity;

  ClusterIdentity(KubernetesClient client, OperatorConfig config) {
    this.client = client;
    this.config = config;
  }

  String get() {
    var known = identity;
    if (known == null) {
      known = config.cluster().orElseGet(this::read);
      identity = known;
    }
    return known;
  }

  private String read() {
    return client.namespaces().withName("kube-system").require().getMetadata().getUid();
  }
}
