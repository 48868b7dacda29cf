package io.appenv.operator.reconciler;

import io.appenv.operator.testing.Edits;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** What somebody else may change of the objects of an environment in stage Development. */
enum ObjectDrift {
  IMAGE(
      ObjectDrift::deployment,
      it -> container(it).setImage("registry.example.com/other:1"),
      it -> container(it).getImage()),
  MEMORY(
      ObjectDrift::deployment,
      it -> container(it).getResources().getRequests().put("memory", new Quantity("3Mi")),
      it -> container(it).getResources().getRequests()),
  READINESS(
      ObjectDrift::deployment,
      it -> container(it).setReadinessProbe(null),
      it -> String.valueOf(container(it).getReadinessProbe())),
  CONTAINER_PORT(
      ObjectDrift::deployment,
      it -> container(it).getPorts().getFirst().setContainerPort(9999),
      it -> container(it).getPorts()),
  LABEL(
      ObjectDrift::deployment,
      it -> it.getMetadata().getLabels().put("app.kubernetes.io/part-of", "other"),
      it -> it.getMetadata().getLabels()),
  PORT(
      ObjectDrift::service,
      it -> it.getSpec().getPorts().getFirst().setPort(9999),
      it -> it.getSpec().getPorts().getFirst().getPort()),
  /** By which the operator's informers find it. */
  LABEL_OF_THE_OPERATOR(
      ObjectDrift::service,
      it -> it.getMetadata().getLabels().remove("app.kubernetes.io/managed-by"),
      it -> it.getMetadata().getLabels()),
  AUTOSCALER_BOUNDS(
      ObjectDrift::autoscaler,
      it -> it.getSpec().setMaxReplicas(50),
      it -> it.getSpec().getMaxReplicas()),
  AUTOSCALER_TARGET(
      ObjectDrift::autoscaler,
      it ->
          it.getSpec().getMetrics().getFirst().getResource().getTarget().setAverageUtilization(10),
      it -> it.getSpec().getMetrics()),
  DISRUPTION_BUDGET(
      ObjectDrift::budget,
      it -> it.getSpec().setMaxUnavailable(new IntOrString(2)),
      it -> it.getSpec().getMaxUnavailable()),
  SERVICE_ACCOUNT(
      ObjectDrift::account,
      it -> it.setAutomountServiceAccountToken(true),
      ServiceAccount::getAutomountServiceAccountToken),
  CONNECTION(
      ObjectDrift::connection, it -> it.getData().put("password", "b3RoZXI="), Secret::getData),
  DATABASE_IMAGE(
      ObjectDrift::server,
      it ->
          it.getSpec()
              .getTemplate()
              .getSpec()
              .getContainers()
              .getFirst()
              .setImage("registry.example.com/other:1"),
      it -> it.getSpec().getTemplate().getSpec().getContainers().getFirst().getImage()),
  /** For everybody, on every port. */
  NETWORK_POLICY(
      ObjectDrift::policy,
      it -> it.getSpec().setIngress(List.of(new NetworkPolicyIngressRule())),
      it -> it.getSpec()),
  /** So that it closes no pod any more. */
  NETWORK_POLICY_OF_OTHER_PODS(
      ObjectDrift::policy,
      it -> it.getSpec().getPodSelector().getMatchLabels().put("other", "pods"),
      it -> it.getSpec()),
  DATABASE_NETWORK_POLICY(
      ObjectDrift::databasePolicy,
      it -> it.getSpec().getIngress().getFirst().setFrom(List.of()),
      it -> it.getSpec()),
  NO_NETWORK_POLICY(ObjectDrift::policy, NetworkPolicy::getSpec),
  NO_DEPLOYMENT(ObjectDrift::deployment, it -> container(it).getImage()),
  NO_SERVICE(ObjectDrift::service, it -> it.getSpec().getPorts()),
  NO_AUTOSCALER(ObjectDrift::autoscaler, HorizontalPodAutoscaler::getSpec),
  NO_DISRUPTION_BUDGET(ObjectDrift::budget, PodDisruptionBudget::getSpec),
  NO_SERVICE_ACCOUNT(ObjectDrift::account, ServiceAccount::getAutomountServiceAccountToken),
  NO_CONNECTION(ObjectDrift::connection, Secret::getData),
  NO_CREDENTIALS(ObjectDrift::credentials, Secret::getData),
  NO_DATABASE(ObjectDrift::server, it -> it.getSpec().getTemplate().getSpec().getContainers());

  private final Handling handling;

  <R extends HasMetadata> ObjectDrift(
      Function<EnvironmentUnderTest, Resource<R>> which,
      Consumer<R> change,
      Function<R, Object> value) {
    this.handling =
        new Handling(
            environment ->
                Edits.edit(
                    which.apply(environment),
                    it -> {
                      change.accept(it);
                      return it;
                    }),
            environment -> read(which.apply(environment), value));
  }

  <R extends HasMetadata> ObjectDrift(
      Function<EnvironmentUnderTest, Resource<R>> which, Function<R, Object> value) {
    this.handling =
        new Handling(
            environment -> which.apply(environment).delete(),
            environment -> read(which.apply(environment), value));
  }

  private record Handling(
      Consumer<EnvironmentUnderTest> change, Function<EnvironmentUnderTest, String> value) {}

  private static <R extends HasMetadata> String read(
      Resource<R> resource, Function<R, Object> value) {
    return resource.get() == null ? "absent" : String.valueOf(value.apply(resource.require()));
  }

  void make(EnvironmentUnderTest environment) {
    handling.change().accept(environment);
  }

  /** The field that is changed, or of an object that is deleted something to know it by. */
  String value(EnvironmentUnderTest environment) {
    return handling.value().apply(environment);
  }

  private static Container container(Deployment deployment) {
    return deployment.getSpec().getTemplate().getSpec().getContainers().getFirst();
  }

  static Resource<Deployment> deployment(EnvironmentUnderTest environment) {
    return environment
        .client()
        .apps()
        .deployments()
        .inNamespace(environment.namespace())
        .withName("development-frontend");
  }

  private static Resource<Service> service(EnvironmentUnderTest environment) {
    return environment
        .client()
        .services()
        .inNamespace(environment.namespace())
        .withName("development-frontend");
  }

  private static Resource<HorizontalPodAutoscaler> autoscaler(EnvironmentUnderTest environment) {
    return environment
        .client()
        .autoscaling()
        .v2()
        .horizontalPodAutoscalers()
        .inNamespace(environment.namespace())
        .withName("development-frontend");
  }

  private static Resource<PodDisruptionBudget> budget(EnvironmentUnderTest environment) {
    return environment
        .client()
        .policy()
        .v1()
        .podDisruptionBudget()
        .inNamespace(environment.namespace())
        .withName("development-frontend");
  }

  private static Resource<ServiceAccount> account(EnvironmentUnderTest environment) {
    return environment
        .client()
        .serviceAccounts()
        .inNamespace(environment.namespace())
        .withName("development-frontend");
  }

  private static Resource<NetworkPolicy> policy(EnvironmentUnderTest environment) {
    return networkPolicy(environment, "development-frontend");
  }

  private static Resource<NetworkPolicy> databasePolicy(EnvironmentUnderTest environment) {
    return networkPolicy(environment, "development-postgresql");
  }

  private static Resource<NetworkPolicy> networkPolicy(
      EnvironmentUnderTest environment, String name) {
    return environment
        .client()
        .network()
        .v1()
        .networkPolicies()
        .inNamespace(environment.namespace())
        .withName(name);
  }

  private static Resource<Secret> connection(EnvironmentUnderTest environment) {
    return environment
        .client()
        .secrets()
        .inNamespace(environment.namespace())
        .withName("development-database");
  }

  private static Resource<Secret> credentials(EnvironmentUnderTest environment) {
    return environment
        .client()
        .secrets()
        .inNamespace(environment.namespace())
        .withName("development-database-credentials");
  }

  private static Resource<StatefulSet> server(EnvironmentUnderTest environment) {
    return environment
        .client()
        .apps()
        .statefulSets()
        .inNamespace(environment.namespace())
        .withName("development-postgresql");
  }
}
