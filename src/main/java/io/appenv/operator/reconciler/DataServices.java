package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.backend.ack.AckPlan;
import io.appenv.operator.backend.ack.AckRest;
import io.appenv.operator.database.DatabaseReplacement;
import io.appenv.operator.model.AwsWrite;
import io.appenv.operator.model.ChangeControl;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.DataBackend;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DriftLedger;
import io.appenv.operator.model.EnvironmentId;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Governance;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Leftover;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Planner;
import io.appenv.operator.model.PodUse;
import io.appenv.operator.model.Refusals;
import io.appenv.operator.model.RegionSnapshot;
import io.appenv.operator.model.ResourceRef;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.observability.AuditTrail;
import io.appenv.operator.resolver.DriftChoices;
import io.appenv.operator.resolver.Requesters;
import io.appenv.operator.resolver.Resolution;
import io.appenv.operator.status.ApprovalRecord;
import io.appenv.operator.status.DriftRecord;
import io.appenv.operator.status.InventoryRecord;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The AWS half of a pass: observed, plan, intent, execution, and what to wait for next. */
@ApplicationScoped
class DataServices {

  private final Sweeps sweeps;
  private final Planner planner;
  private final PlanExecutor executor;
  private final AckRest rest;
  private final Intents intents;
  private final AuditTrail trail;
  private final InstantSource clock;
  private final Map<ResourceID, Attempts> attempts = new ConcurrentHashMap<>();

  DataServices(
      Sweeps sweeps,
      Planner planner,
      PlanExecutor executor,
      AckRest rest,
      Intents intents,
      AuditTrail trail,
      InstantSource clock) {
    this.sweeps = sweeps;
    this.planner = planner;
    this.executor = executor;
    this.rest = rest;
    this.intents = intents;
    this.trail = trail;
    this.clock = clock;
  }

  /** The region as last swept; asks for what nobody has listed yet and is pending until then. */
  RegionView view(String region, AppEnvironment environment) {
    var id = ResourceID.fromResource(environment);
    var needs = Needs.of(environment);
    var view = sweeps.view(region);
    if (view.snapshot().filter(seen -> !needs.areUnlisted(seen)).isPresent()) {
      return view;
    }
    var now = clock.instant();
    attempts.putIfAbsent(id, Attempts.none(generation(environment), now));
    sweeps.register(region, id, Interest.first(needs, view.snapshot(), now));
    return RegionView.pending();
  }

  /**
   * What is seen in AWS, and what is to be done about it; nothing is called.
   *
   * @param use what the pods have to do with the data services
   */
  DataPlan plan(AppEnvironment environment, Resolution resolution, Function<Observed, PodUse> use) {
    var desired = resolution.desired().orElseThrow();
    var draft =
        draft(
            environment,
            desired,
            (wanted, observed, recorded) ->
                planner.apply(wanted, observed, recorded.using(use.apply(observed))),
            seen -> drift(environment, desired, seen));
    return resolution.isPlaced() ? draft : draft.with(Withheld.of(draft.plan()));
  }

  DataOutcome delete(AppEnvironment environment, Desired desired) {
    var draft = draft(environment, desired, planner::delete, _ -> DriftLedger.none());
    return execute(
        environment,
        Resolution.of(desired),
        draft,
        govern(environment, ChangeControl.auto(), draft.plan()),
        () -> new DataPasswords(Optional.empty(), Optional.empty()));
  }

  /** A plan under the rules that the owner of the environment gave, and what was approved of it. */
  Governance govern(AppEnvironment environment, ChangeControl control, Plan plan) {
    return Governance.of(
        plan, control, ApprovalRecord.read(environment.getStatus()), clock.instant());
  }

  private DriftLedger drift(AppEnvironment environment, Desired desired, Observed observed) {
    return DriftLedger.of(
        DriftRecord.read(environment.getStatus()),
        planner.standings(desired, observed),
        DriftChoices.of(environment),
        clock.instant());
  }

  /** An environment whose network could not be resolved waits for the region to change. */
  void awaitNetwork(String region, AppEnvironment environment, RegionView view) {
    var needs = Needs.of(environment);
    var sight =
        view.snapshot().map(seen -> Sight.of(Optional.empty(), needs, seen)).orElseGet(Sight::none);
    sweeps.register(
        region,
        ResourceID.fromResource(environment),
        new Interest(Optional.empty(), needs, sight, Map.of(), Set.of(), false));
  }

  void forget(ResourceID environment) {
    attempts.remove(environment);
    sweeps.forget(environment);
  }

  private interface Planning {
    Plan plan(Desired desired, Observed observed, IntentRecord recorded);
  }

  private DataPlan draft(
      AppEnvironment environment,
      Desired desired,
      Planning planning,
      Function<Observed, DriftLedger> judgement) {
    var snapshot =
        sweeps
            .view(desired.region().orElseThrow())
            .snapshot()
            .map(seen -> Needs.of(environment).asked(seen));
    var observed = snapshot.map(seen -> Observed.of(desired, seen)).orElseGet(Observed::unseen);
    var drift = judgement.apply(seen(desired, observed));
    var recorded = InventoryRecord.read(environment.getStatus()).under(drift).at(clock.instant());
    return new DataPlan(snapshot, observed, drift, draw(desired, observed, recorded, planning));
  }

  private static Plan draw(
      Desired desired, Observed observed, IntentRecord recorded, Planning planning) {
    var plan = planning.plan(desired, seen(desired, observed), recorded);
    return switch (desired.backend()) {
      case ACK -> AckPlan.of(plan, desired, observed);
      case AWS, IN_CLUSTER -> plan;
    };
  }

  /** As the planner sees it. */
  private static Observed seen(Desired desired, Observed observed) {
    return switch (desired.backend()) {
      case ACK -> AckPlan.seen(observed);
      case AWS, IN_CLUSTER -> observed;
    };
  }

  /** Makes the calls of the plan that are due. */
  DataOutcome execute(
      AppEnvironment environment,
      Resolution resolution,
      DataPlan draft,
      Governance governance,
      Supplier<DataPasswords> passwords) {
    var desired = resolution.desired().orElseThrow();
    var id = ResourceID.fromResource(environment);
    var region = desired.region().orElseThrow();
    var snapshot = draft.snapshot();
    var plan = governance.plan();
    var needs = Needs.of(environment, desired, draft.observed(), clock.instant());
    var known =
        attempts
            .getOrDefault(id, Attempts.none(generation(environment), clock.instant()))
            .forGeneration(generation(environment));
    var turn = needs.turn(plan, snapshot, known, desired.paused(), clock.instant());
    var after = turn.settle(known);
    if (!turn.due().isEmpty() && announce(environment, governance, draft.drift(), turn)) {
      var stoppedAt = new EnumMap<Component, String>(Component.class);
      var failed =
          executor.execute(
              desired,
              draft.observed(),
              plan,
              turn.due(),
              passwords.get(),
              noting(stoppedAt, audit(environment, region, governance)));
      after = after.executed(turn.due(), failed, stoppedAt, clock.instant());
    }
    if (desired.backend() == DataBackend.ACK) {
      turn.atRest().stream()
          .filter(
              part ->
                  part == Component.DATABASE
                      || part == Component.CACHE
                      || part == Component.NETWORK)
          .forEach(part -> rest.rest(desired, part));
    }
    attempts.put(id, after);
    var unanswered = needs.unanswered(snapshot, after);
    var outcome =
        new DataOutcome(
            draft.observed().visibleTo(desired),
            leftovers(environment, desired.environment(), snapshot, unanswered.keySet()),
            plan,
            governance.approvals(),
            governance.opens(),
            draft.drift().memory(),
            failures(desired, snapshot, needs, plan, after),
            wake(turn, governance, keptUntil(desired, draft), clock.instant()),
            unanswered);
    sweeps.register(region, id, interest(resolution, needs, snapshot, outcome));
    return outcome;
  }

  private static PlanExecutor.Audit noting(
      Map<Component, String> stoppedAt, PlanExecutor.Audit audit) {
    return (planned, receipt, failure) -> {
      var action = planned.action();
      failure.ifPresent(
          _ ->
              stoppedAt.put(
                  action.target().kind().component(), action.operation() + " " + action.target()));
      audit.record(planned, receipt, failure);
    };
  }

  private PlanExecutor.Audit audit(
      AppEnvironment environment, String region, Governance governance) {
    return (planned, receipt, failure) ->
        trail.record(
            environment,
            new AwsWrite(
                region,
                planned.action().operation(),
                planned.action().target(),
                planned.reason(),
                governance.planOf(planned),
                Requesters.of(environment, governance.isApproved(planned)),
                receipt,
                failure));
  }

  /** What was just written to is looked up in a picture that shows the answer. */
  private static Map<ResourceRef, Sighting<Leftover>> leftovers(
      AppEnvironment environment,
      EnvironmentId id,
      Optional<RegionSnapshot> snapshot,
      Set<Component> unanswered) {
    var recorded =
        InventoryRecord.refs(environment.getStatus()).stream()
            .filter(ref -> !unanswered.contains(ref.kind().component()))
            .toList();
    return snapshot.map(seen -> Leftover.find(id, recorded, seen)).orElseGet(Map::of);
  }

  /** Never at once, which would be a pass without an end. */
  private static Optional<Duration> wake(
      Turn turn, Governance governance, Optional<Instant> keptUntil, Instant now) {
    var moments =
        Stream.of(governance.opens(), keptUntil)
            .flatMap(Optional::stream)
            .map(it -> Duration.between(now, it))
            .filter(Duration::isPositive);
    return Stream.concat(turn.retryAfter().stream(), moments).min(Duration::compareTo);
  }

  private static Optional<Instant> keptUntil(Desired desired, DataPlan draft) {
    return DatabaseReplacement.keptUntil(desired, draft.observed());
  }

  private static long generation(AppEnvironment environment) {
    return Optional.ofNullable(environment.getMetadata().getGeneration()).orElse(0L);
  }

  /**
   * The intent is written down before the side effect: a crash in between leaves a trace. No call
   * is made for an environment that is not stored any more as it was planned for; the watch will
   * show what became of it.
   */
  private boolean announce(
      AppEnvironment environment, Governance governance, DriftLedger drift, Turn turn) {
    List<ResourceRef> creations =
        governance.plan().actions().stream()
            .filter(it -> turn.due().stream().anyMatch(part -> Step.isCalled(it, part)))
            .map(PlannedAction::action)
            .filter(action -> action.creates())
            .map(action -> action.target())
            .toList();
    return intents.confirm(
        environment, creations, governance.approvals(), drift.memory().reached());
  }

  private static List<Failure> failures(
      Desired desired, Optional<RegionSnapshot> snapshot, Needs needs, Plan plan, Attempts after) {
    return Stream.of(
            snapshot.stream().flatMap(seen -> Refusals.of(desired, seen).stream()),
            snapshot.stream().flatMap(seen -> LookFailures.of(seen, needs, plan).stream()),
            after.failures().stream())
        .flatMap(it -> it)
        .toList();
  }

  private static Interest interest(
      Resolution resolution, Needs needs, Optional<RegionSnapshot> snapshot, DataOutcome outcome) {
    var desired = resolution.desired();
    var paused = desired.map(Desired::paused).orElse(false);
    return new Interest(
        desired,
        needs,
        snapshot.map(seen -> Sight.of(desired, needs, seen)).orElseGet(Sight::none),
        outcome.awaits(),
        outcome.changing(),
        resolution.isPlaced() && outcome.isAtRest(paused));
  }
}
