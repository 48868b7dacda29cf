package io.appenv.operator.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The configurations of the tiers of an environment.
 *
 * @param current by tier; a tier that is missing has none
 * @param history by tier: the ids its pods were to read before, the latest first
 * @param inUse by tier: the ids that pods read which are there now
 */
public record Configurations(
    Map<String, TierConfiguration> current,
    Map<String, List<String>> history,
    Map<String, Set<String>> inUse) {

  /** How many versions are kept beside the current one. A Deployment has as many to go back to. */
  public static final int KEPT = 5;

  public Configurations {
    current = Map.copyOf(current);
    history = Map.copyOf(history);
    inUse = Map.copyOf(inUse);
  }

  public static Configurations none() {
    return new Configurations(Map.of(), Map.of(), Map.of());
  }

  public TierConfiguration of(String tier) {
    var found = current.get(tier);
    return found == null ? new TierConfiguration.None() : found;
  }

  /** The ids of a tier that are kept, the current one first. */
  public List<String> remembered(String tier) {
    return Stream.concat(of(tier).read().stream(), history.getOrDefault(tier, List.of()).stream())
        .distinct()
        .limit(KEPT + of(tier).read().map(_ -> 1).orElse(0))
        .toList();
  }

  /** Whether a version that is there stays. */
  public boolean isKept(String tier, String id) {
    return remembered(tier).contains(id) || inUse.getOrDefault(tier, Set.of()).contains(id);
  }

  /** Names of the tiers whose pods are not replaced now. */
  public Set<String> unsettled() {
    return current.entrySet().stream()
        .filter(it -> !it.getValue().isSettled())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }
}
