package io.appenv.operator.backend.aws;

import io.appenv.operator.model.NetworkFacts;
import io.appenv.operator.model.Receipt;
import io.appenv.operator.model.RouteTable;
import io.appenv.operator.model.SecurityGroup;
import io.appenv.operator.model.SecurityGroupAction;
import io.appenv.operator.network.NetworkPort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Networks as Amazon EC2 lists them. */
@ApplicationScoped
public class AwsNetworkPort implements NetworkPort {

  private final AwsRegions regions;

  @Inject
  public AwsNetworkPort(AwsRegions regions) {
    this.regions = regions;
  }

  @Override
  public NetworkFacts list(String region) {
    return regions.region(region).network().list(region);
  }

  @Override
  public List<RouteTable> routeTables(String region) {
    return regions.region(region).network().routeTables(region);
  }

  @Override
  public Map<String, SecurityGroup> securityGroups(String region) {
    return regions.region(region).securityGroups().list(region);
  }

  @Override
  public Receipt execute(String region, SecurityGroupAction action) {
    return regions.region(region).securityGroupCalls().execute(action);
  }
}
