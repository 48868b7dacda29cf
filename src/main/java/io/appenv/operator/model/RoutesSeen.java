package io.appenv.operator.model;

import java.util.List;
import java.util.Optional;

/**
 * What is known of the routes in a region.
 *
 * @param unread why nothing is known; the reason only, as texts change with every try
 */
public record RoutesSeen(List<RouteTable> tables, Optional<Reason> unread) {

  public RoutesSeen {
    tables = List.copyOf(tables);
  }

  /** Nobody has looked. */
  public static RoutesSeen none() {
    return new RoutesSeen(List.of(), Optional.empty());
  }

  public static RoutesSeen of(Listing<List<RouteTable>> listing) {
    return listing
        .complete()
        .map(complete -> new RoutesSeen(complete.value(), Optional.empty()))
        .orElseGet(() -> new RoutesSeen(List.of(), listing.failure().map(Failure::reason)));
  }

  /** Those of one VPC. */
  public RoutesSeen in(String vpcId) {
    return new RoutesSeen(
        tables.stream().filter(table -> table.vpcId().equals(vpcId)).toList(), unread);
  }

  /** The table of a subnet: its own or else the main one. Empty while EC2 has listed neither. */
  public Optional<RouteTable> of(NetworkFacts.Subnet subnet) {
    var inVpc = in(subnet.vpcId()).tables();
    return inVpc.stream()
        .filter(table -> table.subnetIds().contains(subnet.id()))
        .findFirst()
        .or(() -> inVpc.stream().filter(RouteTable::main).findFirst());
  }
}
