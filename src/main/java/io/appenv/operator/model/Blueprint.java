package io.appenv.operator.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the Kubernetes objects of an environment are built from.
 *
 * @param database connection, once endpoint and credentials are known
 * @param cache connection, once endpoint and credentials are known
 * @param startedTiers names of tiers whose Deployment exists: they stay, whatever becomes of the
 *     data services
 */
public record Blueprint(
    Desired desired,
    Optional<Connection> database,
    Optional<Connection> cache,
    Set<String> startedTiers) {

  public Blueprint {
    startedTiers = Set.copyOf(startedTiers);
  }

  /** The tiers that may run: all they use has credentials, or they run already. */
  public List<DesiredTier> runnableTiers() {
    return desired.tiers().stream().filter(this::mayRun).toList();
  }

  private boolean mayRun(DesiredTier tier) {
    return startedTiers.contains(tier.name()) || tier.uses().stream().allMatch(this::hasConnection);
  }

  private boolean hasConnection(DesiredTier.Use use) {
    return switch (use) {
      case DATABASE -> database.isPresent();
      case CACHE -> cache.isPresent();
    };
  }
}
