package io.appenv.operator.network;

import static io.appenv.operator.network.ExampleNetwork.INTERNET;
import static io.appenv.operator.network.ExampleNetwork.LOCAL;
import static io.appenv.operator.network.ExampleNetwork.NAT;
import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.NetworkFinding;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.RouteTable.Route;
import io.appenv.operator.model.RoutesSeen;
import io.appenv.operator.model.SubnetRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkReviewTest {

  private final ExampleNetwork network = ExampleNetwork.sound();

  @Test
  void aSoundNetworkIsNotTalkedAbout() {
    assertThat(network.review()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nat-1", "tgw-1", "eni-1", "vpce-1", "vgw-1", "pcx-1"})
  void whateverTheDefaultRouteLeadsThroughIsAWayOut(String target) {
    network.table("inside", false, inside(), LOCAL, new Route("0.0.0.0/0", target, false));

    assertThat(network.review()).isEmpty();
  }

  @Test
  void anIpv6WayOutIsOne() {
    network.table("inside", false, inside(), LOCAL, new Route("::/0", "eigw-1", false));

    assertThat(network.review()).isEmpty();
  }

  @Test
  void aPrivateSubnetWithoutADefaultRouteIsClosed() {
    network.table("inside", false, Set.of("private-a"), LOCAL, NAT);

    // It is associated with none any more, so that the main one is its own.
    assertThat(network.review())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.reason()).isEqualTo(Reason.ROUTE_MISSING);
              assertThat(it.message())
                  .contains("subnet private-c", "0.0.0.0/0", "NAT gateway")
                  .doesNotContain("private-a");
            });
  }

  @Test
  void theMainTableServesWhatIsAssociatedWithNone() {
    network.tables.removeIf(it -> it.id().equals("inside"));
    network.table("main", true, Set.of(), LOCAL, NAT);

    assertThat(network.review()).isEmpty();
  }

  @Test
  void aRouteToADeletedNatGatewayIsTold() {
    network.table("inside", false, inside(), LOCAL, new Route("0.0.0.0/0", "nat-1", true));

    assertThat(network.review())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.reason()).isEqualTo(Reason.ROUTE_MISSING);
              assertThat(it.message()).contains("subnets private-a, private-c", "gone");
            });
  }

  @Test
  void aPrivateSubnetWithARouteToAnInternetGatewayIsPublic() {
    network.table("inside", false, inside(), LOCAL, INTERNET);

    assertThat(reasons()).containsExactly(Reason.PUBLIC_SUBNETS);
  }

  @Test
  void soIsAChosenOneWithoutARole() {
    network.subnet("data", "a", Map.of()).table("data", false, Set.of("data"), INTERNET);

    assertThat(network.review()).isEmpty();
    network.chosen = Set.of("data", "private-c");
    assertThat(reasons()).containsExactly(Reason.PUBLIC_SUBNETS);
  }

  @Test
  void subnetsOfDataStoresAloneMayBeClosed() {
    network.subnet("data-a", "a", Map.of()).subnet("data-c", "c", Map.of());
    network.chosen = Set.of("data-a", "data-c");

    assertThat(network.review()).isEmpty();
  }

  @Test
  void aPublicSubnetWithoutAnInternetGatewayMattersToWhatIsLoadBalanced() {
    network.table("outside", false, Set.of("public-a", "public-c"), LOCAL, NAT);

    assertThat(network.review())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.reason()).isEqualTo(Reason.ROUTE_MISSING);
              assertThat(it.message()).contains("subnets public-a, public-c", "internet gateway");
            });
    network.loadBalanced = false;
    assertThat(network.review()).isEmpty();
  }

  @Test
  void loadBalancersWantPublicSubnetsInTwoZones() {
    network.subnet("public-c", "a", SubnetRole.PUBLIC);

    assertThat(network.review())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.reason()).isEqualTo(Reason.ROLE_TAGS_MISSING);
              assertThat(it.message()).contains("kubernetes.io/role/elb=1", "zone a only");
            });
    network.loadBalanced = false;
    assertThat(network.review()).isEmpty();
  }

  @Test
  void chosenSubnetsDoNotHideThatNoneAreTagged() {
    network.subnet("private-a", "a", Map.of()).subnet("private-c", "c", Map.of());

    assertThat(network.review())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.reason()).isEqualTo(Reason.ROLE_TAGS_MISSING);
              assertThat(it.message()).contains("kubernetes.io/role/internal-elb=1", "no zone");
            });
    // Where they were sought by that tag, that they were not found is told as the failure it is.
    network.chosen = Set.of();
    assertThat(network.review()).isEmpty();
  }

  @Test
  void everyRangeOfTheVpcIsComparedWithTheAddressesOfServices() {
    network.ranges.add("172.20.128.0/20");

    assertThat(network.review())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.reason()).isEqualTo(Reason.ADDRESSES_OVERLAP);
              assertThat(it.message()).contains("172.20.128.0/20", "172.20.0.0/16", "vpc-1");
            });
    assertThat(
            NetworkReview.of(network.choice(), network.facts(), network.routes(), Optional.empty()))
        .isEmpty();
  }

  @Test
  void routesThatWereNotReadAreNotTakenForMissing() {
    var denied = new RoutesSeen(List.of(), Optional.of(Reason.ACCESS_DENIED));
    var throttled = new RoutesSeen(List.of(), Optional.of(Reason.THROTTLED));

    assertThat(network.review(denied))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.reason()).isEqualTo(Reason.ROUTES_UNREAD);
              assertThat(it.message()).contains("AccessDenied", "ec2:DescribeRouteTables");
            });
    assertThat(network.review(throttled).getFirst().message()).contains("tried again");
    assertThat(network.review(RoutesSeen.none())).isEmpty();
  }

  @Test
  void ofManySubnetsSomeAreNamed() {
    for (var number = 0; number < 9; number++) {
      network.subnet("more-" + number, "d", SubnetRole.PRIVATE);
    }

    assertThat(network.review().getFirst().message())
        .contains("subnets more-0, more-1, more-2, more-3, more-4 and 4 more");
  }

  private List<Reason> reasons() {
    return network.review().stream().map(NetworkFinding::reason).toList();
  }

  private static Set<String> inside() {
    return Set.of("private-a", "private-c");
  }
}
