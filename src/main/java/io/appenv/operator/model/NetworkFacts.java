package io.appenv.operator.model;

import java.util.List;
import java.util.Map;

/** The VPCs and subnets of one region, as EC2 listed them. */
public record NetworkFacts(List<Vpc> vpcs, List<Subnet> subnets) {

  public NetworkFacts {
    vpcs = List.copyOf(vpcs);
    subnets = List.copyOf(subnets);
  }

  public static NetworkFacts none() {
    return new NetworkFacts(List.of(), List.of());
  }

  /**
   * @param ranges its IPv4 addresses in CIDR notation
   */
  public record Vpc(String id, Map<String, String> tags, List<String> ranges) {
    public Vpc {
      tags = Map.copyOf(tags);
      ranges = List.copyOf(ranges);
    }
  }

  /**
   * @param ranges its addresses in CIDR notation, of IPv4 and of IPv6
   */
  public record Subnet(
      String id, String vpcId, String zone, Map<String, String> tags, List<String> ranges) {
    public Subnet {
      tags = Map.copyOf(tags);
      ranges = List.copyOf(ranges);
    }
  }
}
