package io.appenv.operator.model;

import java.util.Set;

/**
 * The network that a spec names, as far as it was found.
 *
 * @param subnetIds those for the data stores; empty where they were not found
 * @param loadBalanced a tier is reached through a load balancer
 */
public record ChosenNetwork(String vpcId, Set<String> subnetIds, boolean loadBalanced) {

  public ChosenNetwork {
    subnetIds = Set.copyOf(subnetIds);
  }
}
