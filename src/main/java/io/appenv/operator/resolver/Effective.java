package io.appenv.operator.resolver;

import io.appenv.operator.api.v1alpha1.AppEnvironmentSpec;
import io.appenv.operator.api.v1alpha1.ChangePolicy;
import io.appenv.operator.api.v1alpha1.EffectiveStatus;
import io.appenv.operator.api.v1alpha1.Stage;
import io.appenv.operator.api.v1alpha1.TierSpec;
import io.appenv.operator.model.LoadBalancerPlace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a spec comes to, for people to read. */
final class Effective {

  private Effective() {}

  /** A spec whose defaults are filled in, with the network that was found for it. */
  static EffectiveStatus of(AppEnvironmentSpec filled, NetworkResolver.Outcome.Found network) {
    return new EffectiveStatus(
        filled.stage(),
        filled.aws() == null ? null : filled.aws().region(),
        filled.aws() == null ? null : filled.aws().backend(),
        network.vpcId().isEmpty() ? null : network.vpcId(),
        network.subnetIds().stream().sorted().toList(),
        ranges(network.loadBalancer()),
        filled.network() == null ? null : filled.network().ingress(),
        filled.database(),
        filled.cache(),
        filled.files(),
        filled.configuration(),
        filled.tiers().stream().map(TierSpec::withoutVariables).toList(),
        List.of());
  }

  private static List<String> ranges(LoadBalancerPlace place) {
    return switch (place) {
      case LoadBalancerPlace.Subnets subnets -> subnets.ranges();
      case LoadBalancerPlace.InCluster _, LoadBalancerPlace.Unknown _ -> List.of();
    };
  }

  /** Paths of fields that are set but not acted on yet. */
  static List<String> notYet(AppEnvironmentSpec filled, boolean servesMetrics) {
    var requests =
        filled.tiers().stream()
            .flatMap(tier -> RequestResolver.notEffective(tier, servesMetrics).stream());
    return Stream.concat(requests, changes(filled)).toList();
  }

  /** Data stores in the cluster are changed as workloads are, without a plan. */
  private static Stream<String> changes(AppEnvironmentSpec spec) {
    var isGoverned =
        spec.operations() != null
            && spec.operations().changes() != null
            && spec.operations().changes() != ChangePolicy.Auto;
    var isDriftJudged = spec.operations() != null && DriftChoices.isAny(spec.operations().drift());
    return spec.stage() == Stage.Development
        ? Stream.of(
                Optional.of("spec.operations.changes").filter(_ -> isGoverned),
                Optional.of("spec.operations.drift").filter(_ -> isDriftJudged))
            .flatMap(Optional::stream)
        : Stream.empty();
  }
}
