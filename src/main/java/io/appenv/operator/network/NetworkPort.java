package io.appenv.operator.network;

import io.appenv.operator.model.NetworkFacts;
import io.appenv.operator.model.Receipt;
import io.appenv.operator.model.RouteTable;
import io.appenv.operator.model.SecurityGroup;
import io.appenv.operator.model.SecurityGroupAction;
import java.util.List;
import java.util.Map;

/** What a backend knows of the networks of a region. */
public interface NetworkPort {

  /** All VPCs and subnets; throws {@link io.appenv.operator.model.FailureException}. */
  NetworkFacts list(String region);

  /** All route tables; throws {@link io.appenv.operator.model.FailureException}. */
  List<RouteTable> routeTables(String region);

  /**
   * The security groups that bear names of ours, by id; throws {@link
   * io.appenv.operator.model.FailureException}.
   */
  Map<String, SecurityGroup> securityGroups(String region);

  /** Makes the call of an action; throws {@link io.appenv.operator.model.FailureException}. */
  Receipt execute(String region, SecurityGroupAction action);
}
