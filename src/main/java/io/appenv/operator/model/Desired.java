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
 * @param files its bucket; empty in Development
 * @param publication what it publishes in AWS; empty in Development
 * @param securityGroups from the outside to the inside; none in Development
 * @param clusterGroup id of the security group that pods carry beside that of their tier; empty
 *     where they carry those of their nodes
 * @param peers who may connect from outside of the environment
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
    Optional<DesiredFiles> files,
    Optional<DesiredPublication> publication,
    List<DesiredSecurityGroup> securityGroups,
    Optional<String> clusterGroup,
    List<DesiredPeer> peers,
    boolean paused,
    boolean deletionConfirmed) {

  public Desired {
    tiers = List.copyOf(tiers);
    securityGroups = List.copyOf(securityGroups);
    peers = List.copyOf(peers);
  }

  /** Without security groups and files. */
  public Desired(
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
    this(
        environment,
        stage,
        backend,
        region,
        vpcId,
        loadBalancer,
        tiers,
        database,
        cache,
        ingress,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        paused,
        deletionConfirmed);
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
        files,
        publication,
        securityGroups,
        clusterGroup,
        peers,
        paused,
        deletionConfirmed);
  }
}
