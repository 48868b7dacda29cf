package io.appenv.operator.model;

import java.util.Map;
import java.util.Set;

/**
 * What is known of the security groups of pods.
 *
 * @param ids of the groups of the tiers, by tier, as far as they are there and were seen
 * @param closed names of the tiers whose pods carry their group if they start now
 */
public record PodGroups(Map<String, String> ids, Set<String> closed) {

  public PodGroups {
    ids = Map.copyOf(ids);
    closed = Set.copyOf(closed);
  }

  public static PodGroups none() {
    return new PodGroups(Map.of(), Set.of());
  }
}
