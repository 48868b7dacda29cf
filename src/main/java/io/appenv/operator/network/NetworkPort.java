package io.appenv.operator.network;

import io.appenv.operator.model.NetworkFacts;
import io.appenv.operator.model.RouteTable;
import java.util.List;

/** What a backend knows of the networks of a region. */
public interface NetworkPort {

  /** All VPCs and subnets; throws {@link io.appenv.operator.model.FailureException}. */
  NetworkFacts list(String region);

  /** All route tables; throws {@link io.appenv.operator.model.FailureException}. */
  List<RouteTable> routeTables(String region);
}
