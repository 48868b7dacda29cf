package io.appenv.operator.backend.aws;

import io.appenv.operator.model.RouteTable;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteState;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociationStateCode;

/** Route tables as Amazon EC2 tells of them. */
final class RouteTables {

  private RouteTables() {}

  static RouteTable read(software.amazon.awssdk.services.ec2.model.RouteTable table) {
    var associations = table.associations().stream().filter(RouteTables::isInForce).toList();
    return new RouteTable(
        table.routeTableId(),
        table.vpcId(),
        associations.stream().anyMatch(it -> Boolean.TRUE.equals(it.main())),
        associations.stream()
            .map(RouteTableAssociation::subnetId)
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet()),
        table.routes().stream().map(RouteTables::route).toList());
  }

  /** EC2 leaves out the state where it is the usual one. */
  private static boolean isInForce(RouteTableAssociation association) {
    var state = association.associationState();
    return state == null
        || state.state() == null
        || state.state() == RouteTableAssociationStateCode.ASSOCIATED;
  }

  private static RouteTable.Route route(Route route) {
    return new RouteTable.Route(
        first(
            route.destinationCidrBlock(),
            route.destinationIpv6CidrBlock(),
            route.destinationPrefixListId()),
        first(
            route.gatewayId(),
            route.natGatewayId(),
            route.transitGatewayId(),
            route.vpcPeeringConnectionId(),
            route.egressOnlyInternetGatewayId(),
            route.networkInterfaceId(),
            route.localGatewayId(),
            route.carrierGatewayId(),
            route.coreNetworkArn()),
        route.state() == RouteState.BLACKHOLE);
  }

  private static String first(String... candidates) {
    return Stream.of(candidates).filter(Objects::nonNull).findFirst().orElse("");
  }
}
