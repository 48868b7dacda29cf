package io.appenv.operator.backend.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.RouteTable.Route;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.RouteState;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociationStateCode;

class RouteTablesTest {

  @Test
  void itIsMainOrHasSubnetsOrIsThatOfAGateway() {
    var table =
        table(
            it ->
                it.associations(
                    main -> main.main(true),
                    subnet -> subnet.main(false).subnetId("subnet-1"),
                    gateway -> gateway.main(false).gatewayId("igw-1"),
                    former ->
                        former
                            .subnetId("subnet-2")
                            .associationState(
                                state ->
                                    state.state(RouteTableAssociationStateCode.DISASSOCIATED))));

    assertThat(table.main()).isTrue();
    assertThat(table.subnetIds()).containsExactly("subnet-1");
    assertThat(table(_ -> {}).main()).isFalse();
  }

  @Test
  void aRouteLeadsToWhateverEc2Names() {
    var table =
        table(
            it ->
                it.routes(
                    local -> local.destinationCidrBlock("10.20.0.0/16").gatewayId("local"),
                    nat -> nat.destinationCidrBlock("0.0.0.0/0").natGatewayId("nat-1"),
                    egress ->
                        egress.destinationIpv6CidrBlock("::/0").egressOnlyInternetGatewayId("eigw"),
                    endpoint -> endpoint.destinationPrefixListId("pl-1").gatewayId("vpce-1"),
                    instance ->
                        instance
                            .destinationCidrBlock("10.0.0.0/8")
                            .instanceId("i-1")
                            .networkInterfaceId("eni-1"),
                    gone ->
                        gone.destinationCidrBlock("10.1.0.0/16")
                            .vpcPeeringConnectionId("pcx-1")
                            .state(RouteState.BLACKHOLE)));

    assertThat(table.routes())
        .containsExactly(
            new Route("10.20.0.0/16", "local", false),
            new Route("0.0.0.0/0", "nat-1", false),
            new Route("::/0", "eigw", false),
            new Route("pl-1", "vpce-1", false),
            new Route("10.0.0.0/8", "eni-1", false),
            new Route("10.1.0.0/16", "pcx-1", true));
    assertThat(table.defaultRoutes()).extracting(Route::target).containsExactly("nat-1", "eigw");
  }

  private static io.appenv.operator.model.RouteTable table(Consumer<RouteTable.Builder> details) {
    return RouteTables.read(
        RouteTable.builder().routeTableId("rtb-1").vpcId("vpc-1").applyMutation(details).build());
  }
}
