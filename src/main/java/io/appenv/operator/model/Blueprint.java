package io.appenv.operator.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the Kubernetes objects of an environment are built from.
 *
 * @param database connection, once endpoint and credentials are known
 * @param cache connection, once endpoint and credentials are known
 * @param files the bucket, once it may be written to
 * @param startedTiers names of tiers whose Deployment exists: they stay, whatever becomes of the
 *     data services
 * @param heldTiers names of tiers whose objects stay as they are, as their change waits for a
 *     person
 * @param stoppedTiers names of tiers that have no pods now, as their database is being replaced
 * @param routing what becomes of the Ingress
 * @param podGroups the security groups of pods, where they carry any
 * @param configurations what pods read beside the connections
 */
public record Blueprint(
    Desired desired,
    Optional<Connection> database,
    Optional<Connection> cache,
    Optional<FileStore> files,
    Set<String> startedTiers,
    Set<String> heldTiers,
    Set<String> stoppedTiers,
    Routing routing,
    PodGroups podGroups,
    Configurations configurations) {

  public Blueprint {
    startedTiers = Set.copyOf(startedTiers);
    heldTiers = Set.copyOf(heldTiers);
    stoppedTiers = Set.copyOf(stoppedTiers);
  }

  /** Of which nothing is held, and which has no files and is not reached from outside. */
  public Blueprint(
      Desired desired,
      Optional<Connection> database,
      Optional<Connection> cache,
      Set<String> startedTiers) {
    this(
        desired,
        database,
        cache,
        Optional.empty(),
        startedTiers,
        Set.of(),
        Set.of(),
        new Routing.Closed(),
        PodGroups.none(),
        Configurations.none());
  }

  /** The same with this bucket. */
  public Blueprint storing(Optional<FileStore> store) {
    return new Blueprint(
        desired,
        database,
        cache,
        store,
        startedTiers,
        heldTiers,
        stoppedTiers,
        routing,
        podGroups,
        configurations);
  }

  /** The same in which these tiers have no pods. */
  public Blueprint stopping(Set<String> tiers) {
    return new Blueprint(
        desired,
        database,
        cache,
        files,
        startedTiers,
        heldTiers,
        tiers,
        routing,
        podGroups,
        configurations);
  }

  /** The same with this Ingress. */
  public Blueprint routed(Routing other) {
    return new Blueprint(
        desired,
        database,
        cache,
        files,
        startedTiers,
        heldTiers,
        stoppedTiers,
        other,
        podGroups,
        configurations);
  }

  /** The same in which the pods of tiers carry these groups. */
  public Blueprint closing(PodGroups groups) {
    return new Blueprint(
        desired,
        database,
        cache,
        files,
        startedTiers,
        heldTiers,
        stoppedTiers,
        routing,
        groups,
        configurations);
  }

  /** The same in which pods read these. */
  public Blueprint configured(Configurations others) {
    return new Blueprint(
        desired,
        database,
        cache,
        files,
        startedTiers,
        heldTiers,
        stoppedTiers,
        routing,
        podGroups,
        others);
  }

  private Blueprint withoutConnections() {
    return new Blueprint(
        desired,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        startedTiers,
        heldTiers,
        stoppedTiers,
        routing,
        podGroups,
        configurations);
  }

  /**
   * With those tiers held whose change the plan does not let through, and the Ingress kept where it
   * is the one.
   *
   * @param present the host of the Ingress that is there
   */
  public Blueprint under(Plan plan, Optional<String> present) {
    var isIngressHeld = held(plan).anyMatch(WorkloadAction::isOfIngress);
    return new Blueprint(
        desired,
        database,
        cache,
        files,
        startedTiers,
        held(plan)
            .filter(action -> !action.isOfIngress())
            .map(WorkloadAction::tier)
            .collect(Collectors.toUnmodifiableSet()),
        stoppedTiers,
        isIngressHeld ? new Routing.Kept(present) : routing,
        podGroups,
        configurations);
  }

  private static Stream<WorkloadAction> held(Plan plan) {
    return plan.actions().stream()
        .filter(PlannedAction::isHeld)
        .map(PlannedAction::action)
        .filter(WorkloadAction.class::isInstance)
        .map(WorkloadAction.class::cast);
  }

  /**
   * Where clients reach the environment, or will once what stands in the way is gone; empty where
   * they do not.
   */
  public Optional<String> apiEndpoint() {
    return desired
        .ingress()
        .flatMap(
            ingress ->
                switch (routing) {
                  case Routing.Closed _ -> Optional.empty();
                  case Routing.Kept kept ->
                      Optional.of(kept.host().map(ingress::endpoint).orElse(ingress.endpoint()));
                  case Routing.Balanced _, Routing.Plain _ -> Optional.of(ingress.endpoint());
                });
  }

  /**
   * The tiers that may run: all they use has credentials and all they read is known, or they run
   * already.
   */
  public List<DesiredTier> runnableTiers() {
    return desired.tiers().stream().filter(this::mayRun).toList();
  }

  private boolean mayRun(DesiredTier tier) {
    return startedTiers.contains(tier.name())
        || (isClosed(tier)
            && configurations.of(tier.name()).isSettled()
            && tier.uses().stream().allMatch(this::hasConnection));
  }

  /** A pod keeps the security groups it started with. */
  private boolean isClosed(DesiredTier tier) {
    return desired.clusterGroup().isEmpty() || carriesGroup(tier);
  }

  /** Whether the pods of a tier carry its security group if they start now. */
  public boolean carriesGroup(DesiredTier tier) {
    return desired.clusterGroup().isPresent() && podGroups.closed().contains(tier.name());
  }

  /** Whether those of all tiers do. */
  public boolean carriesGroups() {
    return desired.tiers().stream().allMatch(this::carriesGroup);
  }

  /** What the manifest alone says: nothing is known of the data services, nor of groups. */
  public Blueprint declared() {
    return withoutConnections()
        .closing(
            new PodGroups(
                podGroups.ids(),
                desired.tiers().stream()
                    .map(DesiredTier::name)
                    .collect(Collectors.toUnmodifiableSet())));
  }

  private boolean hasConnection(DesiredTier.Use use) {
    return switch (use) {
      case DATABASE -> database.isPresent();
      case CACHE -> cache.isPresent();
      case FILES -> files.isPresent();
    };
  }
}
