package io.appenv.operator.workload;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.model.DesiredTier.Accept;
import io.appenv.operator.model.LoadBalancerPlace;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Closes a tier to everybody but those it accepts. */
public final class TierNetworkPolicy {

  /** What the manifest says of it: by this a change of the manifest is told from drift. */
  static final String ANNOTATION = "appenv.io/accepts";

  private TierNetworkPolicy() {}

  /** Empty while it is not known whom to let in: then what is there has to stay. */
  public static Optional<NetworkPolicy> build(Blueprint blueprint, DesiredTier tier) {
    return isUndecided(blueprint, tier) ? Optional.empty() : Optional.of(policy(blueprint, tier));
  }

  /** Whether it is not known now where a load balancer is that the tier accepts. */
  public static boolean isUndecided(Blueprint blueprint, DesiredTier tier) {
    return blueprint.desired().loadBalancer() instanceof LoadBalancerPlace.Unknown
        && tier.accepts().stream().anyMatch(Accept::isLoadBalancer);
  }

  /** Whom a tier accepts, in words. */
  public static String accepted(DesiredTier tier) {
    return tier.accepts().isEmpty()
        ? "nobody"
        : inOrder(tier)
            .map(accept -> accept.from() + " on " + ports(accept))
            .collect(Collectors.joining(", "));
  }

  /** The same of the manifest that a policy was made for; empty where it does not tell. */
  public static Optional<String> accepted(NetworkPolicy policy) {
    return annotations(policy).map(annotations -> annotations.get(ANNOTATION));
  }

  private static Optional<Map<String, String>> annotations(HasMetadata object) {
    return Optional.ofNullable(object.getMetadata().getAnnotations());
  }

  private static String ports(Accept accept) {
    return accept.ports().stream().sorted().map(String::valueOf).collect(Collectors.joining("+"));
  }

  /** The order of the manifest means nothing, so another one is no change. */
  private static Stream<Accept> inOrder(DesiredTier tier) {
    return tier.accepts().stream().sorted(Comparator.comparing(Accept::from));
  }

  private static NetworkPolicy policy(Blueprint blueprint, DesiredTier tier) {
    var metadata = Metadata.tier(blueprint, tier);
    metadata.setAnnotations(Map.of(ANNOTATION, accepted(tier)));
    var rules =
        inOrder(tier)
            .flatMap(accept -> IngressPolicy.rule(peers(blueprint, accept), accept.ports()))
            .toList();
    return IngressPolicy.of(
        metadata, Labels.tierSelector(Metadata.environment(blueprint), tier.name()), rules);
  }

  private static List<NetworkPolicyPeer> peers(Blueprint blueprint, Accept accept) {
    return accept.isLoadBalancer()
        ? loadBalancers(blueprint.desired().loadBalancer())
        : List.of(
            IngressPolicy.pods(
                Labels.tierSelector(Metadata.environment(blueprint), accept.from())));
  }

  private static List<NetworkPolicyPeer> loadBalancers(LoadBalancerPlace place) {
    return switch (place) {
      case LoadBalancerPlace.Subnets subnets ->
          subnets.ranges().stream().map(IngressPolicy::addresses).toList();
      case LoadBalancerPlace.InCluster _ -> List.of(IngressPolicy.anyPod());
      case LoadBalancerPlace.Unknown _ -> List.of();
    };
  }
}
