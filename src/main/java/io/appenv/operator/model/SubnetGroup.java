package io.appenv.operator.model;

import java.util.Map;
import java.util.Set;

/** A subnet group of RDS or ElastiCache. */
public record SubnetGroup(
    String name, String arn, String vpcId, Set<String> subnetIds, Map<String, String> tags) {

  public SubnetGroup {
    subnetIds = Set.copyOf(subnetIds);
    tags = Map.copyOf(tags);
  }
}
