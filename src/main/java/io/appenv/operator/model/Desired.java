package io.appenv.operator.model;

import java.util.List;
import java.util.Optional;

/**
 * What an environment shall be, every default filled in and every name decided.
 *
 * @param region AWS region; empty in Development
 * @param vpcId the VPC the data services live in; empty in Development
 * @param loadBalancer where connections of load balancers come from
 * @param ingress how it is reached from outside; empty where it is not
 * @param paused when true, nothing is changed anywhere
 * @param deletionConfirmed the user confirmed, by name, that data may be destroyed without a copy
 */
public record Desired(
    EnvironmentId environment,
    Stage stage,
    DataBackend backend,
    Optional<String> region,
    Optional<String> vpcId,
    LoadBalancerPlace loadBalancer,
    List<DesiredTier> tiers,
    Optional<DesiredDatabase> database,
    Optional<DesiredCache> cache,
    Optional<DesiredIngress> ingress,
    boolean paused,
    boolean deletionConfirmed) {

  public Desired {
    tiers = List.copyOf(tiers);
  }

  /** The same with other tiers. */
  public Desired with(List<DesiredTier> others) {
    return new Desired(
        environment,
        stage,
        backend,
        region,
        vpcId,
        loadBalancer,
        others,
        database,
        cache,
        ingress,
        paused,
        deletionConfirmed);
  }
}
