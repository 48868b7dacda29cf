package io.appenv.operator.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.golden.Blueprints;
import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.model.DesiredTier.Accept;
import io.appenv.operator.model.LoadBalancerPlace;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is written for ordinary environments is in the files of the derived objects. */
class TierNetworkPolicyTest {

  private static final DesiredTier TIER = Tiers.backend();

  @Test
  void aLoadBalancerIsLetInFromItsSubnets() {
    var policy = policy(subnets("10.20.0.0/24", "10.20.1.0/24")).orElseThrow();

    assertThat(policy.getSpec().getIngress())
        .hasSize(1)
        .flatExtracting(NetworkPolicyIngressRule::getFrom)
        .extracting(peer -> peer.getIpBlock().getCidr())
        .containsExactly("10.20.0.0/24", "10.20.1.0/24");
    assertThat(policy.getSpec().getPodSelector().getMatchLabels())
        .isEqualTo(Map.of("appenv.io/environment", "preview", "appenv.io/tier", "backend"));
  }

  /** A rule without a source would let everybody in. */
  @Test
  void whereThereIsNoSubnetForLoadBalancersNobodyIsLetIn() {
    var policy = policy(subnets()).orElseThrow();

    assertThat(policy.getSpec().getIngress()).isEmpty();
    assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress");
  }

  @Test
  void whatIsNotKnownIsNotDecided() {
    var unknown = new LoadBalancerPlace.Unknown();

    assertThat(policy(unknown)).isEmpty();
    assertThat(TierNetworkPolicy.isUndecided(blueprint(unknown), TIER)).isTrue();
    assertThat(
            TierNetworkPolicy.build(blueprint(unknown), accepting(new Accept("web", List.of(1)))))
        .isPresent();
  }

  @Test
  void anotherOrderIsNoChange() {
    var web = new Accept("web", List.of(8000, 8001));
    var balancer = new Accept("LoadBalancer", List.of(443, 80));
    var one = accepting(web, balancer);
    var other =
        accepting(
            new Accept("LoadBalancer", List.of(80, 443)), new Accept("web", List.of(8001, 8000)));
    var blueprint = blueprint(subnets("10.20.0.0/24"));

    assertThat(TierNetworkPolicy.build(blueprint, other))
        .isEqualTo(TierNetworkPolicy.build(blueprint, one));
    assertThat(TierNetworkPolicy.accepted(Tiers.BLUEPRINT.desired(), one))
        .isEqualTo("LoadBalancer on 80+443, web on 8000+8001");
    assertThat(TierNetworkPolicy.accepted(Tiers.BLUEPRINT.desired(), accepting()))
        .isEqualTo("nobody");
  }

  private static LoadBalancerPlace subnets(String... ranges) {
    return new LoadBalancerPlace.Subnets(List.of(ranges));
  }

  private static Optional<NetworkPolicy> policy(LoadBalancerPlace place) {
    return TierNetworkPolicy.build(blueprint(place), TIER);
  }

  private static Blueprint blueprint(LoadBalancerPlace place) {
    return Blueprints.with(Tiers.BLUEPRINT, place);
  }

  private static DesiredTier accepting(Accept... accepts) {
    return new DesiredTier(
        TIER.name(),
        TIER.resourceName(),
        TIER.image(),
        TIER.cpu(),
        TIER.memory(),
        List.of(accepts),
        TIER.uses(),
        TIER.databaseConnections(),
        TIER.scaling(),
        TIER.health(),
        TIER.command(),
        TIER.args(),
        TIER.configuration(),
        TIER.runAsUser(),
        TIER.writableRootFilesystem(),
        TIER.terminationGracePeriod(),
        TIER.availableWithin(),
        TIER.spreadAcrossZones());
  }
}
