package io.appenv.operator.model;

import io.appenv.operator.model.DesiredTier.Accept;
import io.appenv.operator.model.DesiredTier.Use;
import io.appenv.operator.model.RuleSource.OfRange;
import io.appenv.operator.model.RuleSource.OfRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Derives the security groups of an environment from what its tiers accept and use, and from
 * nothing else but the peers that are declared: one for each tier, one for the load balancer where
 * a tier accepts it, and one for each data store. One that is adopted keeps the groups it has where
 * pods carry none.
 *
 * @param prefix what the names of all groups begin with
 * @param internet the addresses that the load balancer lets in, in CIDR notation
 * @param peers who is let in beside them
 * @param tags of each group
 * @param carried whether pods and data stores carry them
 */
public record DesiredSecurityGroups(
    String prefix,
    List<String> internet,
    List<DesiredPeer> peers,
    Map<String, String> tags,
    boolean carried) {

  /** Everybody, by IPv4 and by IPv6. */
  public static final List<String> ANYWHERE = List.of("0.0.0.0/0", "::/0");

  /** What a load balancer for the internet listens on, whatever port its tier has. */
  private static final List<Integer> WEB_PORTS = List.of(80, 443);

  /** In the order in which they are listed: from the outside to the inside. */
  public List<DesiredSecurityGroup> of(
      List<DesiredTier> tiers, Optional<DesiredDatabase> database, Optional<DesiredCache> cache) {
    return Stream.of(
            loadBalancer(tiers).stream(),
            tiers.stream().map(this::tier),
            database
                .filter(it -> carried || !it.custody().adopted())
                .map(
                    _ ->
                        store(
                            SecurityGroupRole.DATABASE, DesiredDatabase.PORT, Use.DATABASE, tiers))
                .stream(),
            cache
                .filter(it -> carried || !it.custody().adopted())
                .map(_ -> store(SecurityGroupRole.CACHE, DesiredCache.PORT, Use.CACHE, tiers))
                .stream())
        .flatMap(groups -> groups)
        .toList();
  }

  private Optional<DesiredSecurityGroup> loadBalancer(List<DesiredTier> tiers) {
    var isWanted =
        tiers.stream().flatMap(it -> it.accepts().stream()).anyMatch(Accept::isLoadBalancer);
    return isWanted
        ? Optional.of(
            group(
                SecurityGroupRole.LOAD_BALANCER,
                WEB_PORTS.stream()
                    .flatMap(
                        port ->
                            internet.stream()
                                .map(range -> IngressRule.tcp(port, new OfRange(range))))))
        : Optional.empty();
  }

  private DesiredSecurityGroup tier(DesiredTier tier) {
    return group(
        SecurityGroupRole.tier(tier.name()),
        tier.accepts().stream()
            .flatMap(
                accept ->
                    accept.ports().stream()
                        .map(port -> IngressRule.tcp(port, new OfRole(source(accept))))));
  }

  private static SecurityGroupRole source(Accept accept) {
    return accept.isLoadBalancer()
        ? SecurityGroupRole.LOAD_BALANCER
        : SecurityGroupRole.tier(accept.from());
  }

  private DesiredSecurityGroup store(
      SecurityGroupRole role, int port, Use use, List<DesiredTier> tiers) {
    return group(
        role,
        tiers.stream()
            .filter(tier -> tier.uses().contains(use))
            .map(tier -> SecurityGroupRole.tier(tier.name()))
            .map(client -> IngressRule.tcp(port, new OfRole(client))));
  }

  private DesiredSecurityGroup group(SecurityGroupRole role, Stream<IngressRule> rules) {
    return new DesiredSecurityGroup(
        role,
        name(prefix, role),
        Stream.concat(rules, let(role)).collect(Collectors.toUnmodifiableSet()),
        tags);
  }

  private Stream<IngressRule> let(SecurityGroupRole role) {
    return peers.stream()
        .filter(peer -> peer.to().equals(role))
        .flatMap(peer -> peer.ports().stream().map(port -> IngressRule.tcp(port, peer.from())));
  }

  /** The name of the group of a role. */
  public static String name(String prefix, SecurityGroupRole role) {
    return prefix + "-" + role.name();
  }
}
