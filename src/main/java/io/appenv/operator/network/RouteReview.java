package io.appenv.operator.network;

import io.appenv.operator.model.ChosenNetwork;
import io.appenv.operator.model.NetworkFacts.Subnet;
import io.appenv.operator.model.NetworkFinding;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.RoutesSeen;
import io.appenv.operator.model.SubnetRole;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether traffic finds its way. Any default route is a way out of a private subnet, as it may lead
 * through a NAT gateway, a transit gateway or an appliance. Subnets without the private role are
 * not asked for one: those of data stores alone are often closed on purpose.
 */
record RouteReview(ChosenNetwork chosen, List<Subnet> subnets, RoutesSeen routes) {

  Stream<NetworkFinding> findings() {
    return routes.unread().isPresent()
        ? routes.unread().stream().map(RouteReview::unread)
        : Stream.of(lost(), closed(), unreachable(), exposed()).flatMap(Optional::stream);
  }

  private static NetworkFinding unread(Reason why) {
    var remedy =
        why == Reason.ACCESS_DENIED
            ? "allow ec2:DescribeRouteTables, as deploy/aws/operator-policy.json does"
            : "it is tried again";
    return new NetworkFinding(
        Reason.ROUTES_UNREAD,
        "Its routes could not be read (%s), so ways out are not checked; %s."
            .formatted(why.word(), remedy));
  }

  private Optional<NetworkFinding> lost() {
    return finding(
        having(Way.LOST, inside()),
        Reason.ROUTE_MISSING,
        "The default route of %s leads to what is gone, so nodes there reach neither AWS nor"
            + " images; let it lead to a NAT gateway that exists.");
  }

  private Optional<NetworkFinding> closed() {
    return finding(
        having(Way.NONE, inside()),
        Reason.ROUTE_MISSING,
        "There is no default route for %s, so nodes there reach AWS and images through VPC"
            + " endpoints at most; add a route for 0.0.0.0/0 to a NAT gateway.");
  }

  private Optional<NetworkFinding> unreachable() {
    var outside = NetworkReview.with(SubnetRole.PUBLIC, subnets);
    return finding(
        chosen.loadBalanced()
            ? having(List.of(Way.NONE, Way.LOST, Way.INDIRECT), outside)
            : List.of(),
        Reason.ROUTE_MISSING,
        "There is no route to an internet gateway for %s, tagged as public, so load balancers there"
            + " cannot be reached; add a route for 0.0.0.0/0 to the internet gateway.");
  }

  private Optional<NetworkFinding> exposed() {
    var inner =
        subnets.stream()
            .filter(it -> SubnetRole.PRIVATE.isOf(it) || chosen.subnetIds().contains(it.id()))
            .toList();
    return finding(
        having(Way.OPEN, inner),
        Reason.PUBLIC_SUBNETS,
        "A route to an internet gateway makes %s public, where private subnets are wanted; let the"
            + " default route lead to a NAT gateway, or name other subnets.");
  }

  private List<Subnet> inside() {
    return NetworkReview.with(SubnetRole.PRIVATE, subnets);
  }

  private List<Subnet> having(Way way, List<Subnet> among) {
    return having(List.of(way), among);
  }

  private List<Subnet> having(List<Way> ways, List<Subnet> among) {
    return among.stream()
        .filter(it -> routes.of(it).map(Way::of).filter(ways::contains).isPresent())
        .toList();
  }

  private static Optional<NetworkFinding> finding(List<Subnet> found, Reason reason, String words) {
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new NetworkFinding(reason, words.formatted(Names.of(found))));
  }
}
