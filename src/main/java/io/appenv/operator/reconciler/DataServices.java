package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.AppEnvironmentStatus;
import io.appenv.operator.config.OperatorConfig;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.NetworkFacts;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Planner;
import io.appenv.operator.model.RegionSnapshot;
import io.appenv.operator.model.ResourceRef;
import io.appenv.operator.status.Inventory;
import io.appenv.operator.status.InventoryRecord;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The AWS half of a pass: observed, plan, intent, execution, and what to wait for next. */
@ApplicationScoped
class DataServices {

  private final Sweeps sweeps;
  private final Planner planner;
  private final PlanExecutor executor;
  private final StatusWriter statusWriter;
  private final InstantSource clock;
  private final Duration trustedFor;
  private final Map<ResourceID, Attempts> attempts = new ConcurrentHashMap<>();

  DataServices(
      Sweeps sweeps,
      Planner planner,
      PlanExecutor executor,
      StatusWriter statusWriter,
      OperatorConfig config,
      InstantSource clock) {
    this.sweeps = sweeps;
    this.planner = planner;
    this.executor = executor;
    this.statusWriter = statusWriter;
    this.trustedFor = config.sweep().timeout();
    this.clock = clock;
  }

  /** The region as last swept; asks for a first sweep when there was none. */
  RegionView view(String region, ResourceID environment, boolean deleting) {
    var view = sweeps.view(region);
    if (view.isPending()) {
      sweeps.register(region, environment, Interest.first(deleting));
    }
    return view;
  }

  DataOutcome apply(
      AppEnvironment environment,
      Context<AppEnvironment> context,
      Desired desired,
      Supplier<DataPasswords> passwords) {
    return run(
        environment,
        context,
        desired,
        passwords,
        (observed, recorded) -> planner.apply(desired, observed, recorded));
  }

  DataOutcome delete(AppEnvironment environment, Context<AppEnvironment> context, Desired desired) {
    return run(
        environment,
        context,
        desired,
        () -> new DataPasswords(Optional.empty(), Optional.empty()),
        (observed, recorded) -> planner.delete(desired, observed, recorded));
  }

  /** An environment whose network could not be resolved waits for the region to change. */
  void awaitNetwork(String region, ResourceID environment, Optional<NetworkFacts> seen) {
    sweeps.register(
        region,
        environment,
        new Interest(Optional.empty(), Observed.unseen(), seen, Optional.empty(), false, false));
  }

  void forget(ResourceID environment) {
    attempts.remove(environment);
    sweeps.forget(environment);
  }

  private interface Planning {
    Plan plan(Observed observed, IntentRecord recorded);
  }

  private DataOutcome run(
      AppEnvironment environment,
      Context<AppEnvironment> context,
      Desired desired,
      Supplier<DataPasswords> passwords,
      Planning planning) {
    var id = ResourceID.fromResource(environment);
    var region = desired.region().orElseThrow();
    var view = sweeps.view(region);
    var observed =
        view.snapshot().map(seen -> Observed.of(desired, seen)).orElseGet(Observed::unseen);
    var plan = planning.plan(observed, InventoryRecord.read(environment.getStatus()));
    var before =
        attempts
            .getOrDefault(id, Attempts.none(generation(environment)))
            .forGeneration(generation(environment));
    var after = before;
    if (mayExecute(desired, view, plan, before)) {
      announce(environment, plan);
      after = before.executed(executor.execute(region, plan, passwords.get()), clock.instant());
    }
    attempts.put(id, after);
    var failures = failures(view, plan, after);
    var outcome = new DataOutcome(observed, plan, failures, after.untilRetry(clock.instant()));
    sweeps.register(region, id, interest(environment, desired, view, after, outcome));
    return outcome;
  }

  private static long generation(AppEnvironment environment) {
    return Optional.ofNullable(environment.getMetadata().getGeneration()).orElse(0L);
  }

  private boolean mayExecute(Desired desired, RegionView view, Plan plan, Attempts before) {
    return !desired.paused()
        && plan.actions().stream().anyMatch(PlannedAction::isCalledNow)
        && before.lastWrite().map(view::isFreshSince).orElse(true)
        && before.mayExecute(clock.instant());
  }

  /** The intent is written down before the side effect: a crash in between leaves a trace. */
  private void announce(AppEnvironment environment, Plan plan) {
    List<ResourceRef> creations =
        plan.actions().stream()
            .filter(PlannedAction::isCalledNow)
            .map(PlannedAction::action)
            .filter(action -> action.creates())
            .map(action -> action.target())
            .toList();
    var announced = Inventory.withIntents(former(environment), creations, clock.instant());
    statusWriter.writeIfChanged(environment, announced);
  }

  private static AppEnvironmentStatus former(AppEnvironment environment) {
    return environment.getStatus() == null ? AppEnvironmentStatus.empty() : environment.getStatus();
  }

  /**
   * A failed sweep is told of while something is under way or once the last good one is too old to
   * vouch for; a single throttled listing in a quiet environment is nobody's concern.
   */
  private List<Failure> failures(RegionView view, Plan plan, Attempts after) {
    var failures = new ArrayList<>(after.failures());
    view.failure()
        .filter(_ -> !plan.isSettled() || isOutdated(view.snapshot()))
        .ifPresent(failures::add);
    return List.copyOf(failures);
  }

  private boolean isOutdated(Optional<RegionSnapshot> snapshot) {
    return snapshot
        .map(seen -> seen.startedAt().plus(trustedFor).isBefore(clock.instant()))
        .orElse(true);
  }

  private static Interest interest(
      AppEnvironment environment,
      Desired desired,
      RegionView view,
      Attempts after,
      DataOutcome outcome) {
    Optional<Instant> awaits = after.lastWrite().filter(written -> !view.isFreshSince(written));
    return new Interest(
        Optional.of(desired),
        outcome.observed(),
        view.snapshot().map(RegionSnapshot::network),
        awaits,
        awaits.isEmpty() && outcome.isSettled(),
        environment.isMarkedForDeletion());
  }
}
