package io.appenv.operator.model;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;

/**
 * A security group as DescribeSecurityGroups showed it.
 *
 * @param ingress one rule for each source that is let in
 */
public record SecurityGroup(
    String id,
    String name,
    String vpcId,
    String arn,
    Set<IngressRule> ingress,
    Map<String, String> tags) {

  public SecurityGroup {
    ingress = Set.copyOf(ingress);
    tags = Map.copyOf(tags);
  }

  /** One of this name; names are unique within a VPC only, and these tell whose they are. */
  static Sighting<SecurityGroup> named(Listing<Map<String, SecurityGroup>> listing, String name) {
    return switch (listing.seen()) {
      case Sighting.Present<Map<String, SecurityGroup>>(var all) ->
          all.values().stream()
              .filter(group -> group.name().equals(name))
              .min(Comparator.comparing(SecurityGroup::id))
              .map(Sighting::present)
              .orElseGet(Sighting::absent);
      case Sighting.Absent<Map<String, SecurityGroup>> _ -> Sighting.absent();
      case Sighting.Unseen<Map<String, SecurityGroup>> _ -> Sighting.unseen();
    };
  }
}
