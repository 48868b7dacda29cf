package io.appenv.operator.model;

import java.util.Set;

/** What a subnet is for: the tags by which EKS and its load balancer controller know subnets. */
public enum SubnetRole {
  /** Nodes, data stores and internal load balancers. */
  PRIVATE("kubernetes.io/role/internal-elb"),
  /** Load balancers for the internet. */
  PUBLIC("kubernetes.io/role/elb");

  private static final Set<String> VALUES = Set.of("1", "");

  private final String tag;

  SubnetRole(String tag) {
    this.tag = tag;
  }

  public String tag() {
    return tag;
  }

  public boolean isOf(NetworkFacts.Subnet subnet) {
    var value = subnet.tags().get(tag);
    return value != null && VALUES.contains(value);
  }
}
