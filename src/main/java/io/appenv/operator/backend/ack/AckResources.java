package io.appenv.operator.backend.ack;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.EnvironmentId;
import io.appenv.operator.workload.Labels;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/**
 * The ACK resources of an environment, in its namespace. They are owned by it, so that they go with
 * it; what they stand for stays, as their deletion policy is Retain until a plan deletes it.
 */
@ApplicationScoped
public class AckResources {

  private final KubernetesClient client;

  public AckResources(KubernetesClient client) {
    this.client = client;
  }

  Optional<GenericKubernetesResource> find(Desired desired, AckKind kind, String name) {
    return Optional.ofNullable(at(kind, desired.environment().namespace(), name).get());
  }

  void create(Desired desired, AckRequest request, Map<String, String> annotations) {
    var environment = desired.environment();
    var resource = new GenericKubernetesResource();
    resource.setApiVersion(request.kind().apiVersion());
    resource.setKind(request.kind().kind());
    resource.setMetadata(
        new ObjectMetaBuilder()
            .withName(request.name())
            .withNamespace(environment.namespace())
            .withLabels(
                Map.of(
                    Labels.MANAGED_BY,
                    Labels.OPERATOR,
                    Labels.PART_OF,
                    environment.name(),
                    Labels.ENVIRONMENT,
                    environment.name()))
            .withAnnotations(annotations)
            .withOwnerReferences(owner(environment))
            .build());
    resource.setAdditionalProperty("spec", request.spec());
    client
        .genericKubernetesResources(request.kind().context())
        .inNamespace(environment.namespace())
        .resource(resource)
        .create();
  }

  /** Refused when somebody, such as the controller, has changed it since it was read. */
  GenericKubernetesResource replace(AckKind kind, GenericKubernetesResource resource) {
    return client
        .genericKubernetesResources(kind.context())
        .inNamespace(resource.getMetadata().getNamespace())
        .resource(resource)
        .update();
  }

  void delete(Desired desired, AckKind kind, String name) {
    at(kind, desired.environment().namespace(), name).delete();
  }

  void annotate(Desired desired, AckKind kind, String name, Map<String, String> annotations) {
    at(kind, desired.environment().namespace(), name)
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            Serialization.asJson(Map.of("metadata", Map.of("annotations", annotations))));
  }

  private static OwnerReference owner(EnvironmentId environment) {
    return new OwnerReferenceBuilder()
        .withApiVersion(HasMetadata.getApiVersion(AppEnvironment.class))
        .withKind(HasMetadata.getKind(AppEnvironment.class))
        .withName(environment.name())
        .withUid(environment.uid())
        .build();
  }

  private Resource<GenericKubernetesResource> at(AckKind kind, String namespace, String name) {
    return client.genericKubernetesResources(kind.context()).inNamespace(namespace).withName(name);
  }
}
