package io.appenv.operator.dependent;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.PodGroups;
import io.appenv.operator.resolver.Specs;
import io.appenv.operator.workload.TierDeployment;
import io.appenv.operator.workload.TierNetworkPolicy;
import io.appenv.operator.workload.TierTemplate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TierSecurityGroupPolicyTest {

  private static final String CARRYING =
      Specs.PRODUCTION.replace(
          "network: {vpc: {id: vpc-1}}",
          "network: {vpc: {id: vpc-1}, securityGroups: {pods: {clusterGroup: sg-c}}}");

  @Test
  void podsCarryTheGroupOfTheirTierAndThatOfTheCluster() {
    var blueprint = blueprint(CARRYING, new PodGroups(Map.of("frontend", "sg-f"), Set.of()));
    var frontend = blueprint.desired().tiers().getFirst();

    var policy = TierSecurityGroupPolicy.build(blueprint, frontend).orElseThrow();

    assertThat(policy.getMetadata().getName()).isEqualTo("production-frontend");
    assertThat(policy.getSpec().securityGroups().groupIds()).containsExactly("sg-f", "sg-c");
    assertThat(policy.getSpec().podSelector().getMatchLabels())
        .isEqualTo(Map.of("appenv.io/environment", "production", "appenv.io/tier", "frontend"));
    assertThat(TierSecurityGroupPolicy.build(blueprint, blueprint.desired().tiers().getLast()))
        .as("of a tier whose group is not there yet")
        .isEmpty();
  }

  @Test
  void podsCarryWhatTheirNodesCarryUnlessDeclared() {
    var blueprint =
        blueprint(Specs.PRODUCTION, new PodGroups(Map.of("frontend", "sg-f"), Set.of()));

    assertThat(TierSecurityGroupPolicy.build(blueprint, blueprint.desired().tiers().getFirst()))
        .isEmpty();
    assertThat(blueprint.runnableTiers()).extracting(it -> it.name()).containsExactly("frontend");
  }

  /** Both closures are one. */
  @Test
  void peersOfATierAreInItsNetworkPolicyToo() {
    var yaml =
        Specs.PRODUCTION.replace(
            "network: {vpc: {id: vpc-1}}",
            """
            network:
              vpc: {id: vpc-1}
              peers: [{to: backend, from: 10.9.0.0/16, ports: [9090], reason: metrics}]
            """);
    var blueprint = blueprint(yaml, PodGroups.none());
    var backend = blueprint.desired().tiers().getLast();

    var policy = TierNetworkPolicy.build(blueprint, backend).orElseThrow();

    assertThat(policy.getMetadata().getAnnotations())
        .containsEntry("appenv.io/accepts", "frontend on 8000, 10.9.0.0/16 on 9090");
    assertThat(policy.getSpec().getIngress().getLast())
        .satisfies(
            rule -> {
              assertThat(rule.getFrom().getFirst().getIpBlock().getCidr()).isEqualTo("10.9.0.0/16");
              assertThat(rule.getPorts().getFirst().getPort().getIntVal()).isEqualTo(9090);
            });
    assertThat(
            TierNetworkPolicy.accepted(blueprint.desired(), blueprint.desired().tiers().getFirst()))
        .doesNotContain("10.9.0.0/16");
  }

  /** A pod keeps the groups it started with. */
  @Test
  void noPodStartsBeforeItsPolicyIsThere() {
    var open = blueprint(CARRYING, new PodGroups(Map.of("frontend", "sg-f"), Set.of()));
    var closed = blueprint(CARRYING, new PodGroups(Map.of("frontend", "sg-f"), Set.of("frontend")));

    assertThat(open.runnableTiers()).isEmpty();
    assertThat(closed.runnableTiers()).extracting(it -> it.name()).containsExactly("frontend");
  }

  /** Pods that run without groups are replaced, once those that start have them. */
  @Test
  void podsAreReplacedOnceTheirPolicyIsThere() {
    var open = blueprint(CARRYING, new PodGroups(Map.of("frontend", "sg-f"), Set.of()));
    var closed = blueprint(CARRYING, new PodGroups(Map.of("frontend", "sg-f"), Set.of("frontend")));
    var tier = open.desired().tiers().getFirst();

    var before = TierDeployment.build(open, tier);
    var after = TierDeployment.build(closed, tier);

    assertThat(after.getSpec().getTemplate()).isNotEqualTo(before.getSpec().getTemplate());
    assertThat(TierTemplate.of(after)).as("decided on once").isEqualTo(TierTemplate.of(before));
  }

  private static Blueprint blueprint(String yaml, PodGroups groups) {
    Desired desired = Specs.resolve(yaml).desired().orElseThrow();
    return new Blueprint(desired, Optional.empty(), Optional.empty(), Set.of()).closing(groups);
  }
}
