package io.appenv.operator.reconciler;

import io.appenv.operator.config.OperatorConfig;
import io.appenv.operator.scaling.KnownNodes;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether nodes come when pods need them: then those that are there tell nothing. */
@ApplicationScoped
class NodeAutoscaling {

  /** Served from the installation on, and so before the first node of Karpenter or Auto Mode. */
  private static final String KARPENTER = "karpenter.sh";

  /** Cluster Autoscaler writes it, unless it is told not to. */
  private static final String STATUS = "cluster-autoscaler-status";

  private static final String STATUS_NAMESPACE = "kube-system";

  private final OperatorConfig config;
  private final KubernetesClient client;
  private volatile boolean installed;

  NodeAutoscaling(OperatorConfig config, KubernetesClient client) {
    this.config = config;
    this.client = client;
  }

  /** Whether it is declared, so that nodes need not be looked at. */
  boolean isDeclared() {
    return config.nodes().autoscaled().orElse(false);
  }

  /** Whether it is there by what is known already. */
  boolean isKnown(KnownNodes nodes) {
    return config.nodes().autoscaled().orElseGet(() -> installed || nodes.othersCome());
  }

  /**
   * To be asked only where a lack would be told: it asks the API server until it is there, and then
   * no more.
   */
  boolean isThere(KnownNodes nodes) {
    return isKnown(nodes) || (config.nodes().autoscaled().isEmpty() && look());
  }

  private boolean look() {
    try {
      installed =
          client.hasApiGroup(KARPENTER, true)
              || client.configMaps().inNamespace(STATUS_NAMESPACE).withName(STATUS).get() != null;
      return installed;
    } catch (KubernetesClientException unknown) {
      // What is not known is not told as a lack.
      return true;
    }
  }
}
