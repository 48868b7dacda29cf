package io.appenv.operator.database;

import io.appenv.operator.model.ChangePolicy;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DriftLedger;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.GovernedCalls;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.PodUse;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.ResourceKind;
import io.appenv.operator.model.ResourceRef;
import io.appenv.operator.model.WatchedDrift;
import io.appenv.operator.model.WeeklyWindow;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.Supplier;

/** Plans and executes, pass by pass, until nothing is left to do. */
final class DatabasePasses {

  static final int MOST = 12;

  private final DatabasePlanner planner = new DatabasePlanner();
  private final SimulatedDatabase aws;
  private final GovernedCalls governed = new GovernedCalls();
  private final WatchedDrift drift = new WatchedDrift();
  private IntentRecord recorded = IntentRecord.none();

  /** Whether the pods of the tiers that use the database are gone, where they are to be. */
  boolean idle = true;

  Instant now = Instant.EPOCH;

  DatabasePasses(SimulatedDatabase aws) {
    this.aws = aws;
  }

  /** Of a database that was made, under a policy from then on. */
  static DatabasePasses begun(SimulatedDatabase aws, Desired made, ChangePolicy policy) {
    var passes = new DatabasePasses(aws);
    passes.apply(made);
    passes.governed().under(policy);
    return passes;
  }

  /** Three weeks: what waits for a window of AWS comes before what waits for one of ours. */
  void complete(Desired desired) {
    for (var week = 0; week < 3; week++) {
      apply(desired);
      applyInWindow(desired);
      aws.maintenanceWindow();
    }
  }

  /** Returns the last plan: without actions, and without waiting for what is under way. */
  Plan apply(Desired desired) {
    var last =
        repeat(
            () -> planned(desired, drift.judge(planner.standings(desired, aws.observed(desired)))));
    if (aws.instance == null) {
      return last;
    }
    recorded =
        new IntentRecord(
            Set.of(),
            Set.of(
                new ResourceRef(
                    ResourceKind.DATABASE_INSTANCE,
                    DatabaseExample.database(desired).identifier())));
    return last;
  }

  /**
   * The same while the database's own maintenance window is open; AWS applies nothing in it here.
   */
  Plan applyInWindow(Desired desired) {
    return inWindow(desired, () -> apply(desired));
  }

  private <T> T inWindow(Desired desired, Supplier<T> passes) {
    var window =
        WeeklyWindow.read(DatabaseExample.database(desired).maintenanceWindow(), ZoneOffset.UTC)
            .orElseThrow();
    governed.at(window.opening(Instant.EPOCH).start());
    var last = passes.get();
    governed.at(Instant.EPOCH);
    return last;
  }

  /** One pass while the window is open. */
  void stepInWindow(Desired desired) {
    inWindow(desired, () -> executed(desired));
  }

  /** One pass. */
  void step(Desired desired) {
    executed(desired);
  }

  private Plan executed(Desired desired) {
    var plan =
        governed.govern(
            planned(desired, drift.judge(planner.standings(desired, aws.observed(desired)))));
    aws.execute(plan);
    return plan;
  }

  /** What the next pass would show before it makes any call. */
  Plan plan(Desired desired) {
    return governed.look(
        planned(desired, drift.look(planner.standings(desired, aws.observed(desired)))));
  }

  private Plan planned(Desired desired, DriftLedger ledger) {
    return planner.apply(
        desired,
        aws.observed(desired),
        recorded.under(ledger).using(new PodUse(Set.of(), idle)).at(now));
  }

  WatchedDrift drift() {
    return drift;
  }

  GovernedCalls governed() {
    return governed;
  }

  Plan delete(Desired desired) {
    return repeat(() -> planner.delete(desired, aws.observed(desired), recorded));
  }

  private Plan repeat(Supplier<Plan> planning) {
    for (var pass = 0; pass < MOST; pass++) {
      var plan = governed.govern(planning.get());
      if (plan.actions().stream().noneMatch(PlannedAction::isCalledNow)
          && plan.findings().stream().noneMatch(this::isUnderWay)) {
        return plan;
      }
      aws.execute(plan);
      aws.settle();
    }
    throw new AssertionError("not settled after " + MOST + " passes: " + planning.get());
  }

  private boolean isUnderWay(Failure finding) {
    return finding instanceof Failure.Waiting && finding.reason() != Reason.PENDING_MAINTENANCE;
  }
}
