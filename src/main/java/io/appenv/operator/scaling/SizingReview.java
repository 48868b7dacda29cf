package io.appenv.operator.scaling;

import io.appenv.operator.model.Desired;
import io.appenv.operator.model.NetworkFacts;
import io.appenv.operator.model.SizingFinding;
import io.appenv.operator.model.SubnetRole;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether there is room for the most pods that tiers may have now, overrides included. Nothing of
 * it keeps an environment from being ready: it is told before it is an outage. The worst comes
 * first. Data stores in the cluster, and its network, are not looked at.
 */
public final class SizingReview {

  private SizingReview() {}

  /**
   * @param network the VPCs and subnets of the region, as far as they are seen
   */
  public static List<SizingFinding> of(Desired desired, NetworkFacts network) {
    return desired.backend().isOnAws()
        ? Stream.of(connections(desired), addresses(desired, network))
            .flatMap(Optional::stream)
            .toList()
        : List.of();
  }

  private static Optional<SizingFinding> connections(Desired desired) {
    return desired
        .database()
        .flatMap(database -> new ConnectionReview(database, desired.tiers()).finding());
  }

  private static Optional<SizingFinding> addresses(Desired desired, NetworkFacts network) {
    var subnets =
        network.subnets().stream()
            .filter(subnet -> desired.vpcId().equals(Optional.of(subnet.vpcId())))
            .filter(SubnetRole.PRIVATE::isOf)
            .toList();
    return new AddressRoom(subnets, desired.tiers()).finding();
  }
}
