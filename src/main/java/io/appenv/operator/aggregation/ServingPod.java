package io.appenv.operator.aggregation;

import io.appenv.operator.config.OperatorConfig.ExternalMetrics;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;

/**
 * The operator's own pod. Of several replicas the Service must lead to the one that works, which
 * alone knows any numbers; it selects a label that this one gives to itself.
 */
final class ServingPod {

  private static final String PATCH =
      """
      {"metadata": {"labels": {"appenv.io/serves-metrics": "%s"}}}""";

  private final KubernetesClient client;
  private final ExternalMetrics config;
  private boolean isLabelled;

  ServingPod(KubernetesClient client, ExternalMetrics config) {
    this.client = client;
    this.config = config;
  }

  /** Outside of a cluster there is no pod. */
  void serve() {
    if (!isLabelled) {
      label("true");
      isLabelled = true;
    }
  }

  /** A container that starts again has not come to work yet. */
  void rest() {
    label("false");
  }

  private void label(String value) {
    config
        .pod()
        .ifPresent(
            name ->
                client
                    .pods()
                    .inNamespace(config.namespace())
                    .withName(name)
                    .patch(PatchContext.of(PatchType.STRATEGIC_MERGE), PATCH.formatted(value)));
  }
}
