package io.appenv.operator.dependent;

import io.appenv.operator.ingress.BalancerAnnotations;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Map;
import java.util.Optional;

/** Protection of a load balancer from deletion, as its Ingress tells of it. */
public final class BalancerProtection {

  private BalancerProtection() {}

  /**
   * Takes it away. The controller deletes nothing of an Ingress that is being deleted and says that
   * its load balancer is protected.
   */
  public static void lift(Ingress ingress, KubernetesClient client) {
    attributes(ingress)
        .filter(before -> !before.equals(BalancerAnnotations.unprotected(before)))
        .map(BalancerAnnotations::unprotected)
        .ifPresent(
            attributes ->
                client
                    .resource(ingress)
                    .patch(PatchContext.of(PatchType.JSON_MERGE), patch(attributes)));
  }

  private static Optional<String> attributes(Ingress ingress) {
    return Optional.ofNullable(ingress.getMetadata().getAnnotations())
        .flatMap(it -> Optional.ofNullable(it.get(BalancerAnnotations.ATTRIBUTES)));
  }

  private static String patch(String attributes) {
    return Serialization.asJson(
        Map.of(
            "metadata", Map.of("annotations", Map.of(BalancerAnnotations.ATTRIBUTES, attributes))));
  }
}
