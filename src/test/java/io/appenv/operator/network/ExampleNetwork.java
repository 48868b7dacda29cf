package io.appenv.operator.network;

import io.appenv.operator.model.AddressRange;
import io.appenv.operator.model.ChosenNetwork;
import io.appenv.operator.model.NetworkFacts;
import io.appenv.operator.model.NetworkFacts.Subnet;
import io.appenv.operator.model.NetworkFacts.Vpc;
import io.appenv.operator.model.NetworkFinding;
import io.appenv.operator.model.RouteTable;
import io.appenv.operator.model.RouteTable.Route;
import io.appenv.operator.model.RoutesSeen;
import io.appenv.operator.model.SubnetRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A VPC as it should be, in two zones, of which a test changes one thing. */
final class ExampleNetwork {

  static final String VPC = "vpc-1";
  static final Route LOCAL = new Route("10.20.0.0/16", "local", false);
  static final Route NAT = new Route("0.0.0.0/0", "nat-1", false);
  static final Route INTERNET = new Route("0.0.0.0/0", "igw-1", false);
  static final AddressRange SERVICES = AddressRange.parse("172.20.0.0/16").orElseThrow();

  final List<String> ranges = new ArrayList<>(List.of("10.20.0.0/16"));
  final List<Subnet> subnets = new ArrayList<>();
  final List<RouteTable> tables = new ArrayList<>();
  Set<String> chosen = Set.of("private-a", "private-c");
  boolean loadBalanced = true;

  static ExampleNetwork sound() {
    var network = new ExampleNetwork();
    for (var zone : List.of("a", "c")) {
      network.subnet("public-" + zone, zone, SubnetRole.PUBLIC);
      network.subnet("private-" + zone, zone, SubnetRole.PRIVATE);
    }
    network.table("main", true, Set.of(), LOCAL);
    network.table("outside", false, Set.of("public-a", "public-c"), LOCAL, INTERNET);
    network.table("inside", false, Set.of("private-a", "private-c"), LOCAL, NAT);
    return network;
  }

  ExampleNetwork subnet(String id, String zone, SubnetRole role) {
    return subnet(id, zone, Map.of(role.tag(), "1"));
  }

  ExampleNetwork subnet(String id, String zone, Map<String, String> tags) {
    subnets.removeIf(it -> it.id().equals(id));
    subnets.add(new Subnet(id, VPC, zone, tags, List.of()));
    return this;
  }

  ExampleNetwork table(String id, boolean main, Set<String> associated, Route... routes) {
    tables.removeIf(it -> it.id().equals(id));
    tables.add(new RouteTable(id, VPC, main, associated, List.of(routes)));
    return this;
  }

  NetworkFacts facts() {
    return new NetworkFacts(List.of(new Vpc(VPC, Map.of(), ranges)), subnets);
  }

  RoutesSeen routes() {
    return new RoutesSeen(tables, Optional.empty());
  }

  ChosenNetwork choice() {
    return new ChosenNetwork(VPC, chosen, loadBalanced);
  }

  List<NetworkFinding> review() {
    return review(routes());
  }

  List<NetworkFinding> review(RoutesSeen routes) {
    return NetworkReview.of(choice(), facts(), routes, Optional.of(SERVICES));
  }
}
