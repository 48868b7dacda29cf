package io.appenv.operator.network;

import io.appenv.operator.model.RouteTable;
import io.appenv.operator.model.RouteTable.Route;

/** Where the traffic of a subnet goes for which there is no other route. */
enum Way {
  /** Nowhere. */
  NONE,
  /** To something that is gone, such as a NAT gateway that was deleted. */
  LOST,
  /** To an internet gateway, through which the subnet can be reached too. */
  OPEN,
  /** Through something that lets nobody in. */
  INDIRECT;

  /** An IPv4 and an IPv6 route may be beside one another. */
  static Way of(RouteTable table) {
    var routes = table.defaultRoutes();
    if (routes.isEmpty()) {
      return NONE;
    }
    if (routes.stream().anyMatch(Route::isThroughInternetGateway)) {
      return OPEN;
    }
    return routes.stream().allMatch(Route::blackhole) ? LOST : INDIRECT;
  }
}
