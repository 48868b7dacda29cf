package io.appenv.operator.resolver;

import io.appenv.operator.api.v1alpha1.NetworkSpec;
import io.appenv.operator.api.v1alpha1.SubnetSelector;
import io.appenv.operator.api.v1alpha1.VpcSelector;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.LoadBalancerPlace;
import io.appenv.operator.model.NetworkFacts;
import io.appenv.operator.model.NetworkFacts.Subnet;
import io.appenv.operator.model.NetworkFacts.Vpc;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.model.SubnetRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks up the VPC and the subnets a spec names among those the region has. */
final class NetworkResolver {

  private static final int LEAST_ZONES = 2;

  /** What the lookup came to. */
  sealed interface Outcome {
    record Found(String vpcId, Set<String> subnetIds, LoadBalancerPlace loadBalancer)
        implements Outcome {}

    /**
     * @param vpcId where the VPC was found, and only its subnets are amiss
     */
    record NotFound(Failure failure, Optional<String> vpcId) implements Outcome {}
  }

  private NetworkResolver() {}

  static Outcome resolve(String region, NetworkSpec spec, Sighting<NetworkFacts> network) {
    return switch (network) {
      case Sighting.Unseen<NetworkFacts> _ -> unseen(region);
      case Sighting.Absent<NetworkFacts> _ -> find(region, spec, NetworkFacts.none());
      case Sighting.Present<NetworkFacts> present -> find(region, spec, present.value());
    };
  }

  private static Outcome unseen(String region) {
    return new Outcome.NotFound(
        new Failure.Waiting(
            Component.NETWORK,
            Reason.OBSERVING,
            "The networks of region " + region + " have not been listed yet."),
        Optional.empty());
  }

  private static Outcome find(String region, NetworkSpec spec, NetworkFacts facts) {
    var selector = spec.vpc() == null ? new VpcSelector(null, Map.of()) : spec.vpc();
    var found = facts.vpcs().stream().filter(vpc -> matches(selector, vpc)).toList();
    if (found.size() != 1) {
      return new Outcome.NotFound(
          new Failure.Terminal(
              Component.NETWORK, Reason.VPC_NOT_FOUND, vpcSentence(region, selector, found)),
          Optional.empty());
    }
    return subnets(found.getFirst().id(), spec.subnets(), facts);
  }

  private static boolean matches(VpcSelector selector, Vpc vpc) {
    return isId(selector) ? vpc.id().equals(selector.id()) : carries(vpc.tags(), selector.tags());
  }

  private static boolean isId(VpcSelector selector) {
    return selector.id() != null && !selector.id().isEmpty();
  }

  private static boolean carries(Map<String, String> tags, Map<String, String> wanted) {
    return !wanted.isEmpty() && tags.entrySet().containsAll(wanted.entrySet());
  }

  private static String vpcSentence(String region, VpcSelector selector, List<Vpc> found) {
    var sought = isId(selector) ? selector.id() : "tags " + new TreeMap<>(selector.tags());
    if (found.isEmpty()) {
      return "Region "
          + region
          + " has no VPC with "
          + sought
          + "; correct spec.network.vpc or"
          + " create the VPC.";
    }
    var ids = found.stream().map(Vpc::id).sorted().collect(Collectors.joining(", "));
    return "Region "
        + region
        + " has more than one VPC with "
        + sought
        + " ("
        + ids
        + "); write the id of one in spec.network.vpc.id.";
  }

  private static Outcome subnets(
      String vpcId, @Nullable SubnetSelector selector, NetworkFacts facts) {
    var inVpc = facts.subnets().stream().filter(it -> it.vpcId().equals(vpcId)).toList();
    if (selector != null && !selector.ids().isEmpty()) {
      return byIds(vpcId, selector.ids(), inVpc);
    }
    if (selector != null && !selector.tags().isEmpty()) {
      var found = inVpc.stream().filter(it -> carries(it.tags(), selector.tags())).toList();
      return enough(vpcId, inVpc, found, "tags " + new TreeMap<>(selector.tags()));
    }
    var found = inVpc.stream().filter(SubnetRole.PRIVATE::isOf).toList();
    return enough(vpcId, inVpc, found, "the tag " + SubnetRole.PRIVATE.tag() + "=1");
  }

  private static Outcome byIds(String vpcId, List<String> ids, List<Subnet> inVpc) {
    var known = inVpc.stream().map(Subnet::id).collect(Collectors.toUnmodifiableSet());
    var missing = ids.stream().filter(id -> !known.contains(id)).sorted().toList();
    if (!missing.isEmpty()) {
      return notFound(
          vpcId,
          Reason.SUBNETS_NOT_FOUND,
          "VPC "
              + vpcId
              + " has no subnet "
              + String.join(", ", missing)
              + "; correct spec.network.subnets.ids.");
    }
    var found = inVpc.stream().filter(it -> ids.contains(it.id())).toList();
    return enough(vpcId, inVpc, found, "the ids in spec.network.subnets.ids");
  }

  /** A subnet group of RDS covers at least two zones, even for an instance in one. */
  private static Outcome enough(
      String vpcId, List<Subnet> inVpc, List<Subnet> found, String sought) {
    if (found.isEmpty()) {
      return notFound(
          vpcId,
          Reason.SUBNETS_NOT_FOUND,
          "VPC "
              + vpcId
              + " has no subnet with "
              + sought
              + "; tag its private subnets, or name them in spec.network.subnets.");
    }
    var zones = found.stream().map(Subnet::zone).distinct().sorted().toList();
    if (zones.size() < LEAST_ZONES) {
      return notFound(
          vpcId,
          Reason.TOO_FEW_ZONES,
          "The subnets of VPC "
              + vpcId
              + " with "
              + sought
              + " are all in "
              + String.join(", ", zones)
              + "; RDS and ElastiCache need two availability zones: add a subnet in another.");
    }
    var ids = found.stream().map(Subnet::id).collect(Collectors.toUnmodifiableSet());
    return new Outcome.Found(vpcId, ids, LoadBalancerPlace.among(inVpc));
  }

  private static Outcome notFound(String vpcId, Reason reason, String sentence) {
    return new Outcome.NotFound(
        new Failure.Terminal(Component.NETWORK, reason, sentence), Optional.of(vpcId));
  }
}
