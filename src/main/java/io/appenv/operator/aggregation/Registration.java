package io.appenv.operator.aggregation;

import io.appenv.operator.config.OperatorConfig.ExternalMetrics;
import io.fabric8.kubernetes.api.model.APIService;
import io.fabric8.kubernetes.api.model.APIServiceBuilder;
import io.fabric8.kubernetes.api.model.APIServiceCondition;
import io.fabric8.kubernetes.api.model.APIServiceSpec;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The APIService by which the API server sends requests here. There is one for the whole cluster,
 * so that of somebody else is left alone.
 */
final class Registration {

  static final String NAME = ApiPath.VERSION + "." + ApiPath.GROUP;

  private static final String MANAGED_BY = "app.kubernetes.io/managed-by";
  private static final String OPERATOR = "appenv-operator";
  private static final String DEFINITION = "appenvironments.appenv.io";
  private static final int PRIORITY = 100;

  /** In which the API server finds out that it can reach a server that has just begun. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final PatchContext APPLY =
      new PatchContext.Builder()
          .withPatchType(PatchType.SERVER_SIDE_APPLY)
          .withFieldManager(OPERATOR)
          .withForce(true)
          .build();

  private final KubernetesClient client;
  private final ExternalMetrics config;

  Registration(KubernetesClient client, ExternalMetrics config) {
    this.client = client;
    this.config = config;
  }

  Optional<APIService> find() {
    return Optional.ofNullable(client.apiServices().withName(NAME).get());
  }

  /** Who has it, where that is somebody else. */
  static Optional<String> holder(Optional<APIService> found) {
    return found.filter(it -> !isOurs(it)).map(Registration::service);
  }

  /** Makes it where there is none, and makes it right. */
  ServingState ensure(Optional<APIService> found, ServingIdentity identity, Instant now) {
    var wanted = spec(identity);
    if (found.filter(it -> isAsWanted(it.getSpec(), wanted)).isEmpty()) {
      client.resource(build(wanted)).patch(APPLY);
    }
    return found
        .flatMap(it -> unavailable(it, now))
        .<ServingState>map(ServingState.Failing::new)
        .orElseGet(ServingState.Serving::new);
  }

  private static boolean isOurs(APIService found) {
    return Optional.ofNullable(found.getMetadata().getLabels())
        .filter(labels -> OPERATOR.equals(labels.get(MANAGED_BY)))
        .isPresent();
  }

  private static String service(APIService found) {
    var service = found.getSpec().getService();
    return service == null
        ? "the API server itself"
        : "Service " + service.getNamespace() + "/" + service.getName();
  }

  private APIServiceSpec spec(ServingIdentity identity) {
    var authority =
        Base64.getEncoder()
            .encodeToString(identity.certificatePem().getBytes(StandardCharsets.US_ASCII));
    return new APIServiceBuilder()
        .withNewSpec()
        .withGroup(ApiPath.GROUP)
        .withVersion(ApiPath.VERSION)
        .withGroupPriorityMinimum(PRIORITY)
        .withVersionPriority(PRIORITY)
        .withCaBundle(authority)
        .withNewService()
        .withNamespace(config.namespace())
        .withName(config.service())
        .withPort(config.servicePort())
        .endService()
        .endSpec()
        .build()
        .getSpec();
  }

  private static boolean isAsWanted(APIServiceSpec found, APIServiceSpec wanted) {
    return wanted.getCaBundle().equals(found.getCaBundle())
        && wanted.getService().equals(found.getService())
        && !Boolean.TRUE.equals(found.getInsecureSkipTLSVerify());
  }

  /** It goes with the definition of environments, so that nothing of it outlives the operator. */
  private APIService build(APIServiceSpec spec) {
    return new APIServiceBuilder()
        .withNewMetadata()
        .withName(NAME)
        .withLabels(Map.of(MANAGED_BY, OPERATOR, "app.kubernetes.io/part-of", OPERATOR))
        .withOwnerReferences(owner())
        .endMetadata()
        .withSpec(spec)
        .build();
  }

  private List<OwnerReference> owner() {
    return Optional.ofNullable(
            client.apiextensions().v1().customResourceDefinitions().withName(DEFINITION).get())
        .map(Registration::reference)
        .stream()
        .toList();
  }

  private static OwnerReference reference(CustomResourceDefinition definition) {
    return new OwnerReferenceBuilder()
        .withApiVersion(definition.getApiVersion())
        .withKind(definition.getKind())
        .withName(definition.getMetadata().getName())
        .withUid(definition.getMetadata().getUid())
        .build();
  }

  private static Optional<String> unavailable(APIService found, Instant now) {
    return Optional.ofNullable(found.getStatus()).stream()
        .flatMap(status -> status.getConditions().stream())
        .filter(it -> it.getType().equals("Available") && it.getStatus().equals("False"))
        .filter(it -> isLasting(it, now))
        .map(
            it ->
                "The API server does not reach the operator's metrics (%s): see kubectl describe apiservice %s."
                    .formatted(it.getReason(), NAME))
        .findFirst();
  }

  private static boolean isLasting(APIServiceCondition condition, Instant now) {
    return condition.getLastTransitionTime() == null
        || Instant.parse(condition.getLastTransitionTime()).plus(PATIENCE).isBefore(now);
  }
}
