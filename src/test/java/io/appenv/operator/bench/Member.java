package io.appenv.operator.bench;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.workload.Labels;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Map;

/** One environment of the fleet, changed as its owner changes it. */
record Member(KubernetesClient client, String namespace, String name) {

  static final String FRONTEND = "frontend";
  static final String BACKEND = "backend";

  /** Their places in the manifest of the overlay. */
  private static final Map<String, Integer> TIERS = Map.of(FRONTEND, 0, BACKEND, 1);

  String key() {
    return namespace + "/" + name;
  }

  /** What selects the objects and pods of one tier. */
  Map<String, String> labels(String tier) {
    return Map.of(Labels.ENVIRONMENT, name, Labels.TIER, tier);
  }

  /** Returns the generation that the change has made. */
  long setImage(String tier, String image) {
    return replace("/spec/tiers/%d/image".formatted(TIERS.get(tier)), '"' + image + '"');
  }

  /** Returns the generation that the change has made. */
  long setMaximum(String tier, int pods) {
    return replace("/spec/tiers/%d/scaling/max".formatted(TIERS.get(tier)), String.valueOf(pods));
  }

  private long replace(String path, String json) {
    var patch =
        """
        [{"op": "replace", "path": "%s", "value": %s}]
        """
            .formatted(path, json);
    return client
        .resources(AppEnvironment.class)
        .inNamespace(namespace)
        .withName(name)
        .patch(PatchContext.of(PatchType.JSON), patch)
        .getMetadata()
        .getGeneration();
  }
}
