package io.appenv.operator.scaling;

import io.appenv.operator.model.Desired;
import io.appenv.operator.model.NetworkFacts;
import io.appenv.operator.model.NodeRoom;
import io.appenv.operator.model.SizingFinding;
import io.appenv.operator.model.SubnetRole;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether there is room for the most pods that tiers may have now, overrides included. Nothing of
 * it keeps an environment from being ready: it is told before it is an outage. Data stores in the
 * cluster, and its network, are not looked at.
 */
public final class SizingReview {

  private SizingReview() {}

  /**
   * The worst comes first: of a tier that fits on no node no pod can be started, without
   * connections all pods fail, and without addresses or nodes only those beyond.
   *
   * @param network the VPCs and subnets of the region, as far as they are seen
   * @param nodes those that take pods of tiers; empty where nothing can be said of them
   */
  public static List<SizingFinding> of(
      Desired desired, NetworkFacts network, Optional<List<NodeRoom>> nodes) {
    var ofNodes = nodes.map(it -> new NodeReview(it, PodDemand.of(desired.tiers())));
    return Stream.of(
            ofNodes.flatMap(NodeReview::tooSmall),
            connections(desired),
            addresses(desired, network),
            ofNodes.flatMap(NodeReview::tooFew))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<SizingFinding> connections(Desired desired) {
    return desired
        .database()
        .filter(_ -> desired.backend().isOnAws())
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
