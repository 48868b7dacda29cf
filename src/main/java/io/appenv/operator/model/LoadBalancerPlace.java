package io.appenv.operator.model;

import java.util.List;

/** Where the connections of load balancers come from. */
public sealed interface LoadBalancerPlace {

  /**
   * From the subnets that load balancers stand in.
   *
   * @param ranges their addresses in CIDR notation, sorted; while there are none, none is let in
   */
  record Subnets(List<String> ranges) implements LoadBalancerPlace {
    public Subnets {
      ranges = List.copyOf(ranges);
    }
  }

  /** From pods, in whatever namespace: an ingress controller. */
  record InCluster() implements LoadBalancerPlace {}

  /** Not known now. Whoever was let in before still is, and nobody else. */
  record Unknown() implements LoadBalancerPlace {}

  /** Among the subnets of a VPC: those that EKS and its load balancer controller look for. */
  static LoadBalancerPlace among(List<NetworkFacts.Subnet> subnets) {
    return new Subnets(
        subnets.stream()
            .filter(SubnetRole.PUBLIC::isOf)
            .flatMap(subnet -> subnet.ranges().stream())
            .sorted()
            .toList());
  }
}
