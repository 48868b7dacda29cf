package io.appenv.operator.dependent;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.golden.Blueprints;
import io.appenv.operator.model.LoadBalancerPlace;
import io.appenv.operator.resolver.Specs;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NetworkPolicyDependentTest {

  /** Neither is a load balancer shut out that was let in, nor is the policy taken away. */
  @Test
  void aPolicyStaysAsItIsWhileItIsNotKnownWhereLoadBalancersAre() {
    var known =
        Blueprints.connected(Specs.environment(Specs.PRODUCTION.replace("vpc-1", Blueprints.VPC)));
    var unknown = Blueprints.with(known, new LoadBalancerPlace.Unknown());
    var dependent = new NetworkPolicyDependent();
    var policies =
        dependent
            .wanted(known)
            .collect(
                Collectors.toMap(
                    it -> it.getMetadata().getName(), UnaryOperator.<NetworkPolicy>identity()));

    assertThat(policies).containsOnlyKeys("production-frontend", "production-backend");
    assertThat(policies.values()).noneMatch(policy -> dependent.isHeld(policy, known));
    assertThat(policies.values())
        .filteredOn(policy -> dependent.isHeld(policy, unknown))
        .containsExactly(policies.get("production-frontend"));
    assertThat(dependent.wanted(unknown)).containsExactly(policies.get("production-backend"));
  }
}
