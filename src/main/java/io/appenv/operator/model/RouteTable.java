package io.appenv.operator.model;

import java.util.List;
import java.util.Set;

/**
 * A route table of a VPC.
 *
 * @param main it is that of every subnet that is associated with no other
 * @param subnetIds the subnets that are associated with it
 */
public record RouteTable(
    String id, String vpcId, boolean main, Set<String> subnetIds, List<Route> routes) {

  public RouteTable {
    subnetIds = Set.copyOf(subnetIds);
    routes = List.copyOf(routes);
  }

  /** The routes that are taken where no other fits. */
  public List<Route> defaultRoutes() {
    return routes.stream().filter(Route::isDefault).toList();
  }

  /**
   * @param destination IPv4 or IPv6 range, or id of a prefix list
   * @param target id of where it leads
   * @param blackhole what it leads to is gone
   */
  public record Route(String destination, String target, boolean blackhole) {

    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0/0", "::/0");

    boolean isDefault() {
      return EVERYWHERE.contains(destination);
    }

    /** What has such a route can be reached from the internet: its subnet is public. */
    public boolean isThroughInternetGateway() {
      return !blackhole && target.startsWith("igw-");
    }
  }
}
