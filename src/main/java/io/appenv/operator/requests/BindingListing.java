package io.appenv.operator.requests;

import io.appenv.operator.autoscaling.TargetGroupBindings;
import io.appenv.operator.autoscaling.TargetGroupBindings.Binding;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.HttpURLConnection;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lists the TargetGroupBindings of the AWS Load Balancer Controller: all of the cluster at once,
 * and only as often as numbers are read. No watch is kept, as not every cluster has their
 * definition.
 */
@ApplicationScoped
public class BindingListing {

  private static final ResourceDefinitionContext KIND =
      new ResourceDefinitionContext.Builder()
          .withGroup("elbv2.k8s.aws")
          .withVersion("v1beta1")
          .withKind("TargetGroupBinding")
          .withPlural("targetgroupbindings")
          .withNamespaced(true)
          .build();

  private final KubernetesClient client;

  public BindingListing(KubernetesClient client) {
    this.client = client;
  }

  TargetGroupBindings list() {
    try {
      return new TargetGroupBindings.Known(
          client.genericKubernetesResources(KIND).inAnyNamespace().list().getItems().stream()
              .flatMap(BindingListing::binding)
              .toList());
    } catch (KubernetesClientException refused) {
      return new TargetGroupBindings.Unknown(why(refused));
    }
  }

  private static Stream<Binding> binding(GenericKubernetesResource found) {
    Optional<String> service = Optional.ofNullable(found.get("spec", "serviceRef", "name"));
    Optional<String> arn = Optional.ofNullable(found.get("spec", "targetGroupARN"));
    return service
        .flatMap(name -> arn.map(it -> new Binding(found.getMetadata().getNamespace(), name, it)))
        .stream();
  }

  private static String why(KubernetesClientException refused) {
    return switch (refused.getCode()) {
      case HttpURLConnection.HTTP_NOT_FOUND ->
          "The cluster has no TargetGroupBindings: install the AWS Load Balancer Controller, or name"
              + " another source in scaling.requests.";
      case HttpURLConnection.HTTP_FORBIDDEN ->
          "The operator may not list TargetGroupBindings: apply deploy/base as it is now.";
      default -> "TargetGroupBindings could not be listed; it is tried again.";
    };
  }
}
