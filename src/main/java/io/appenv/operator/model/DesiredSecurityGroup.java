package io.appenv.operator.model;

import java.util.Map;
import java.util.Set;

/**
 * A security group as it shall be.
 *
 * @param name unique in its VPC
 * @param rules all connections that it lets in; groups of the environment are named by their role
 */
public record DesiredSecurityGroup(
    SecurityGroupRole role, String name, Set<IngressRule> rules, Map<String, String> tags) {

  public DesiredSecurityGroup {
    rules = Set.copyOf(rules);
    tags = Map.copyOf(tags);
  }
}
