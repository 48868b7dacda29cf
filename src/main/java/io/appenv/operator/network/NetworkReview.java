package io.appenv.operator.network;

import io.appenv.operator.model.AddressRange;
import io.appenv.operator.model.ChosenNetwork;
import io.appenv.operator.model.NetworkFacts;
import io.appenv.operator.model.NetworkFacts.Subnet;
import io.appenv.operator.model.NetworkFinding;
import io.appenv.operator.model.RoutesSeen;
import io.appenv.operator.model.SubnetRole;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a platform team would want to know of the VPC that an environment is in. Nothing of it keeps
 * an environment from being ready: there are networks that work with every one of these findings.
 * The worst comes first. Pure.
 */
public final class NetworkReview {

  private NetworkReview() {}

  /**
   * @param services the addresses of the cluster's Services, if known
   */
  public static List<NetworkFinding> of(
      ChosenNetwork chosen,
      NetworkFacts facts,
      RoutesSeen routes,
      Optional<AddressRange> services) {
    var subnets = facts.subnets().stream().filter(it -> it.vpcId().equals(chosen.vpcId())).toList();
    return Stream.of(
            new RouteReview(chosen, subnets, routes).findings(),
            new RoleReview(chosen, subnets).findings(),
            services.stream().flatMap(it -> overlaps(chosen.vpcId(), facts, it)))
        .flatMap(findings -> findings)
        .toList();
  }

  private static Stream<NetworkFinding> overlaps(
      String vpcId, NetworkFacts facts, AddressRange services) {
    return facts.vpcs().stream()
        .filter(vpc -> vpc.id().equals(vpcId))
        .flatMap(vpc -> new AddressReview(services).of(vpc));
  }

  static List<Subnet> with(SubnetRole role, Collection<Subnet> subnets) {
    return subnets.stream().filter(role::isOf).toList();
  }
}
