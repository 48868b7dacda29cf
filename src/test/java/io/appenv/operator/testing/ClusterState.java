package io.appenv.operator.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appenv.operator.dependent.SecurityGroupPolicy;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What an environment has in the cluster, as text that can be compared. */
final class ClusterState {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ClusterState() {}

  static Map<String, String> of(EnvironmentUnderTest environment) {
    var state = new TreeMap<String, String>();
    objects(environment)
        .forEach(
            object ->
                state.put(
                    object.getKind() + "/" + object.getMetadata().getName(), describe(object)));
    environment
        .find()
        .ifPresent(
            found -> state.put("AppEnvironment", conditions(environment, found.getStatus())));
    return state;
  }

  private static Stream<HasMetadata> objects(EnvironmentUnderTest environment) {
    var client = environment.client();
    var namespace = environment.namespace();
    return Stream.<List<? extends HasMetadata>>of(
            client.apps().deployments().inNamespace(namespace).list().getItems(),
            client.apps().statefulSets().inNamespace(namespace).list().getItems(),
            client.services().inNamespace(namespace).list().getItems(),
            client.serviceAccounts().inNamespace(namespace).list().getItems(),
            client.secrets().inNamespace(namespace).list().getItems(),
            client.configMaps().inNamespace(namespace).list().getItems(),
            client
                .autoscaling()
                .v2()
                .horizontalPodAutoscalers()
                .inNamespace(namespace)
                .list()
                .getItems(),
            client.network().v1().networkPolicies().inNamespace(namespace).list().getItems(),
            client.network().v1().ingresses().inNamespace(namespace).list().getItems(),
            client.policy().v1().podDisruptionBudget().inNamespace(namespace).list().getItems(),
            securityGroupPolicies(client, namespace))
        .flatMap(List::stream)
        .map(HasMetadata.class::cast)
        .filter(ClusterState::isOperators);
  }

  /** Not every cluster serves the kind. */
  private static List<SecurityGroupPolicy> securityGroupPolicies(
      KubernetesClient client, String namespace) {
    return client.supports(SecurityGroupPolicy.class)
        ? client.resources(SecurityGroupPolicy.class).inNamespace(namespace).list().getItems()
        : List.of();
  }

  /** A namespace has objects of its own, such as the default ServiceAccount. */
  private static boolean isOperators(HasMetadata object) {
    var labels = object.getMetadata().getLabels();
    return labels != null && "appenv-operator".equals(labels.get("app.kubernetes.io/managed-by"));
  }

  private static String describe(HasMetadata object) {
    if (object instanceof Secret secret) {
      // What is in it differs from one environment to the next; that it fits AWS is looked at
      // there.
      return "keys " + new TreeMap<>(secret.getData()).keySet() + owners(object);
    }
    var json = (ObjectNode) JSON.valueToTree(object);
    json.remove(List.of("metadata", "status"));
    prune(json);
    return json + orders(object) + owners(object);
  }

  /** What an Ingress says to its controller is in annotations. */
  private static String orders(HasMetadata object) {
    return object instanceof Ingress
        ? " " + new TreeMap<>(object.getMetadata().getAnnotations())
        : "";
  }

  /** Addresses are given out by the cluster, replicas by the autoscaler. */
  private static void prune(ObjectNode json) {
    if (json.path("spec") instanceof ObjectNode spec) {
      spec.remove(List.of("clusterIP", "clusterIPs", "replicas"));
    }
  }

  private static String owners(HasMetadata object) {
    return object.getMetadata().getOwnerReferences().isEmpty() ? "" : " owned";
  }

  private static String conditions(EnvironmentUnderTest environment, Object status) {
    JsonNode json = JSON.valueToTree(status);
    var text = new StringBuilder();
    json.path("conditions")
        .forEach(
            condition ->
                text.append(condition.path("type").asText())
                    .append('=')
                    .append(condition.path("status").asText())
                    .append('/')
                    .append(condition.path("reason").asText())
                    .append(' '));
    json.path("inventory")
        .forEach(
            row ->
                text.append(row.path("kind").asText())
                    .append('=')
                    .append(row.path("state").asText())
                    .append(' '));
    return text.append(environment.get().getMetadata().getFinalizers()).toString();
  }
}
