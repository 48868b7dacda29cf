package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.testing.Edits;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Who may connect to whom (NET-3), as NetworkPolicies, from the first moment to the last. */
@WithOperator
class NetworkPolicyIT {

  private static final String LOAD_BALANCER =
      "production-frontend: 10.20.0.0/24 10.20.1.0/24 10.20.2.0/24 on 80 443";

  private static final String WORKER =
      """
      - op: add
        path: /spec/tiers/-
        value:
          name: worker
          image: registry.example.com/shop/worker:1
          resources: {cpu: 250m, memory: 512Mi}
          scaling: {min: 1, max: 1}
      """;

  private static final String OTHERS =
      "- {op: replace, path: /spec/tiers/1/accepts/0/from, value: LoadBalancer}";

  @Test
  void aTierIsClosedToAllButThoseItAccepts(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    environment.awaitReady();
    assertThat(told(environment))
        .containsExactlyInAnyOrder(LOAD_BALANCER, "production-backend: tier frontend on 8000");
    assertThat(Objects.requireNonNull(environment.status().effective()).loadBalancerRanges())
        .containsExactly("10.20.0.0/24", "10.20.1.0/24", "10.20.2.0/24");

    environment.patchJson(WORKER);
    environment.await(
        "the worker to be closed", it -> told(environment).contains("production-worker: nobody"));
    environment.awaitReady();
    open(environment, "production-worker");
    open(environment, "production-backend");
    environment.await(
        "everything to be closed again",
        it -> policies(environment).stream().noneMatch(NetworkPolicyIT::isOpen));
    assertThat(told(environment))
        .containsExactlyInAnyOrder(
            LOAD_BALANCER,
            "production-backend: tier frontend on 8000",
            "production-worker: nobody");
    assertThat(policies(environment))
        .filteredOn(it -> !it.getMetadata().getName().endsWith("frontend"))
        .as("opened, and closed again")
        .allSatisfy(it -> assertThat(it.getMetadata().getGeneration()).isGreaterThan(2));

    environment.patchJson("- {op: remove, path: /spec/tiers/2}");
    environment.await("the end of the worker", it -> policies(environment).size() == 2);
    environment.awaitReady();
    environment.delete();
    environment.awaitGone();
  }

  @Test
  void whoIsLetInIsPartOfThePlan(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    environment.awaitReady();
    environment.patchSpec("operations: {changes: ApproveAll}");
    environment.patchJson(OTHERS);
    environment.awaitReason("WorkloadsReady", "ApprovalRequired");
    assertThat(Objects.requireNonNull(environment.status().plan()).actions())
        .extracting(action -> action.action() + " " + action.reason())
        .containsExactly(
            "AuthorizeSecurityGroupIngress backend accepts tcp 8000 from loadbalancer",
            "RevokeSecurityGroupIngress backend does not accept tcp 8000 from frontend",
            "ModifyNetworkPolicy accepts frontend on 8000 -> LoadBalancer on 8000");
    assertThat(told(environment)).contains("production-backend: tier frontend on 8000");

    environment.approve();
    environment.awaitReady();
    assertThat(told(environment))
        .contains("production-backend: 10.20.0.0/24 10.20.1.0/24 10.20.2.0/24 on 8000");
    environment.delete();
    environment.awaitGone();
  }

  @Test
  void dataInTheClusterIsClosedToAllButThoseThatUseIt(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "development");
    environment.awaitReady();
    assertThat(told(environment))
        .containsExactlyInAnyOrder(
            "development-frontend: any pod on 80 443",
            "development-backend: tier frontend on 8000",
            "development-postgresql: tier backend on 5432",
            "development-valkey: tier backend on 6379");
    assertThat(policies(environment))
        .allSatisfy(
            policy ->
                assertThat(policy.getMetadata().getOwnerReferences())
                    .singleElement()
                    .satisfies(owner -> assertThat(owner.getName()).isEqualTo("development")));
    environment.delete();
    environment.awaitGone();
  }

  private static List<String> told(EnvironmentUnderTest environment) {
    return policies(environment).stream().flatMap(it -> PolicyInWords.of(it).stream()).toList();
  }

  private static List<NetworkPolicy> policies(EnvironmentUnderTest environment) {
    return environment
        .client()
        .network()
        .v1()
        .networkPolicies()
        .inNamespace(environment.namespace())
        .list()
        .getItems();
  }

  /** For everybody, on every port. */
  private static void open(EnvironmentUnderTest environment, String name) {
    Resource<NetworkPolicy> policy =
        environment
            .client()
            .network()
            .v1()
            .networkPolicies()
            .inNamespace(environment.namespace())
            .withName(name);
    Edits.edit(
        policy,
        it -> {
          it.getSpec().setIngress(List.of(new NetworkPolicyIngressRule()));
          return it;
        });
  }

  private static boolean isOpen(NetworkPolicy policy) {
    return policy.getSpec().getIngress().stream().anyMatch(rule -> rule.getFrom().isEmpty());
  }
}
