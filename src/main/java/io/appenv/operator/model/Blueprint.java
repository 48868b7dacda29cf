package io.appenv.operator.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the Kubernetes objects of an environment are built from.
 *
 * @param database connection, once endpoint and credentials are known
 * @param cache connection, once endpoint and credentials are known
 * @param startedTiers names of tiers whose Deployment exists: they stay, whatever becomes of the
 *     data services
 * @param heldTiers names of tiers whose objects stay as they are, as their change waits for a
 *     person
 * @param stoppedTiers names of tiers that have no pods now, as their database is being replaced
 */
public record Blueprint(
    Desired desired,
    Optional<Connection> database,
    Optional<Connection> cache,
    Set<String> startedTiers,
    Set<String> heldTiers,
    Set<String> stoppedTiers) {

  public Blueprint {
    startedTiers = Set.copyOf(startedTiers);
    heldTiers = Set.copyOf(heldTiers);
    stoppedTiers = Set.copyOf(stoppedTiers);
  }

  /** Of which nothing is held. */
  public Blueprint(
      Desired desired,
      Optional<Connection> database,
      Optional<Connection> cache,
      Set<String> startedTiers) {
    this(desired, database, cache, startedTiers, Set.of(), Set.of());
  }

  /** The same in which these tiers have no pods. */
  public Blueprint stopping(Set<String> tiers) {
    return new Blueprint(desired, database, cache, startedTiers, heldTiers, tiers);
  }

  /** Before anything is known of the data services. */
  public Blueprint withoutConnections() {
    return new Blueprint(
        desired, Optional.empty(), Optional.empty(), startedTiers, heldTiers, stoppedTiers);
  }

  /** With those tiers held whose change the plan does not let through. */
  public Blueprint under(Plan plan) {
    return new Blueprint(desired, database, cache, startedTiers, held(plan), stoppedTiers);
  }

  private static Set<String> held(Plan plan) {
    return plan.actions().stream()
        .filter(PlannedAction::isHeld)
        .map(PlannedAction::action)
        .filter(WorkloadAction.class::isInstance)
        .map(action -> ((WorkloadAction) action).tier())
        .collect(Collectors.toUnmodifiableSet());
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
