package io.appenv.operator.workload;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredPeer;
import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.model.DesiredTier.Accept;
import io.appenv.operator.model.LoadBalancerPlace;
import io.appenv.operator.model.RuleSource;
import io.appenv.operator.model.SecurityGroupRole;
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

  /** Whom a tier lets in, in words. */
  public static String accepted(Desired desired, DesiredTier tier) {
    var words =
        Stream.concat(
                inOrder(tier).map(accept -> accept.from() + " on " + ports(accept.ports())),
                peers(desired, tier).map(peer -> peer.from() + " on " + ports(peer.ports())))
            .toList();
    return words.isEmpty() ? "nobody" : String.join(", ", words);
  }

  /** Those with addresses, as policies know no other. */
  private static Stream<DesiredPeer> peers(Desired desired, DesiredTier tier) {
    return desired.peers().stream()
        .filter(peer -> peer.to().equals(SecurityGroupRole.tier(tier.name())))
        .filter(peer -> peer.from() instanceof RuleSource.OfRange)
        .sorted(
            Comparator.comparing((DesiredPeer peer) -> peer.from().toString())
                .thenComparing(peer -> ports(peer.ports())));
  }

  /** The same of the manifest that a policy was made for; empty where it does not tell. */
  public static Optional<String> accepted(NetworkPolicy policy) {
    return annotations(policy).map(annotations -> annotations.get(ANNOTATION));
  }

  private static Optional<Map<String, String>> annotations(HasMetadata object) {
    return Optional.ofNullable(object.getMetadata().getAnnotations());
  }

  private static String ports(List<Integer> ports) {
    return ports.stream().sorted().map(String::valueOf).collect(Collectors.joining("+"));
  }

  /** The order of the manifest means nothing, so another one is no change. */
  private static Stream<Accept> inOrder(DesiredTier tier) {
    return tier.accepts().stream().sorted(Comparator.comparing(Accept::from));
  }

  private static NetworkPolicy policy(Blueprint blueprint, DesiredTier tier) {
    var metadata = Metadata.tier(blueprint, tier);
    metadata.setAnnotations(Map.of(ANNOTATION, accepted(blueprint.desired(), tier)));
    var rules =
        Stream.concat(
                inOrder(tier)
                    .flatMap(
                        accept -> IngressPolicy.rule(peers(blueprint, accept), accept.ports())),
                peers(blueprint.desired(), tier)
                    .flatMap(
                        peer ->
                            IngressPolicy.rule(
                                List.of(IngressPolicy.addresses(peer.from().toString())),
                                peer.ports())))
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
