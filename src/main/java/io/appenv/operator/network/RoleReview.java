package io.appenv.operator.network;

import io.appenv.operator.model.ChosenNetwork;
import io.appenv.operator.model.NetworkFacts.Subnet;
import io.appenv.operator.model.NetworkFinding;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.SubnetRole;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the subnets of a VPC tell what they are for. */
record RoleReview(ChosenNetwork chosen, List<Subnet> subnets) {

  /** An application load balancer covers at least two zones. */
  private static final int LEAST_ZONES = 2;

  Stream<NetworkFinding> findings() {
    return Stream.of(
            Optional.of(SubnetRole.PUBLIC).filter(_ -> chosen.loadBalanced()).flatMap(this::review),
            // Where subnets were sought by this role and not found, that is told already.
            Optional.of(SubnetRole.PRIVATE)
                .filter(_ -> !chosen.subnetIds().isEmpty())
                .flatMap(this::review))
        .flatMap(Optional::stream);
  }

  private Optional<NetworkFinding> review(SubnetRole role) {
    var zones =
        NetworkReview.with(role, subnets).stream().map(Subnet::zone).distinct().sorted().toList();
    return zones.size() >= LEAST_ZONES
        ? Optional.empty()
        : Optional.of(new NetworkFinding(Reason.ROLE_TAGS_MISSING, sentence(role, zones)));
  }

  private String sentence(SubnetRole role, List<String> zones) {
    var found = zones.isEmpty() ? "no zone" : "zone " + zones.getFirst() + " only";
    return "VPC %s has subnets tagged %s=1 in %s, so %s; tag %s subnets in two zones or more."
        .formatted(chosen.vpcId(), role.tag(), found, consequence(role), word(role));
  }

  private static String consequence(SubnetRole role) {
    return switch (role) {
      case PUBLIC -> "a load balancer for the internet finds no place";
      case PRIVATE -> "internal load balancers find no place, and routes of nodes are not checked";
    };
  }

  private static String word(SubnetRole role) {
    return switch (role) {
      case PUBLIC -> "public";
      case PRIVATE -> "private";
    };
  }
}
