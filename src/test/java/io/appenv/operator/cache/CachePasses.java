package io.appenv.operator.cache;

import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DriftLedger;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.GovernedCalls;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.PodUse;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.WatchedDrift;
import java.util.Set;
import java.util.function.Supplier;

/** Plans and executes, pass by pass, until nothing is left to do. */
final class CachePasses {

  private static final int MOST = 16;

  private final CachePlanner planner = new CachePlanner();
  private final GovernedCalls governed = new GovernedCalls();
  private final WatchedDrift drift = new WatchedDrift();
  private final SimulatedCache aws;

  /** Whether the pods run with whatever credentials are declared. */
  boolean rolledOut = true;

  CachePasses(SimulatedCache aws) {
    this.aws = aws;
  }

  Plan apply(Desired desired) {
    return repeat(() -> planned(desired, drift.judge(planner.standings(desired, seen(desired)))));
  }

  /** As many passes, and then no more, as if the operator died. */
  void interrupted(Desired desired, int count) {
    for (var pass = 0; pass < count; pass++) {
      aws.execute(governed.govern(planned(desired, DriftLedger.none())));
      aws.settle();
    }
  }

  /** What the next pass would show before it makes any call. */
  Plan plan(Desired desired) {
    return governed.look(planned(desired, drift.look(planner.standings(desired, seen(desired)))));
  }

  private Plan planned(Desired desired, DriftLedger ledger) {
    return planner.apply(desired, seen(desired), known(desired).under(ledger));
  }

  private Observed seen(Desired desired) {
    return aws.lookingFor(CacheExample.cache(desired).version()).observed();
  }

  private IntentRecord known(Desired desired) {
    var credentials = CacheExample.cache(desired).tags().get(Ownership.CREDENTIALS);
    return credentials != null && rolledOut
        ? IntentRecord.none().using(new PodUse(Set.of(credentials), false))
        : IntentRecord.none();
  }

  WatchedDrift drift() {
    return drift;
  }

  GovernedCalls governed() {
    return governed;
  }

  Plan delete(Desired desired) {
    return repeat(() -> planner.delete(desired, seen(desired), IntentRecord.none()));
  }

  /** Returns the last plan: without actions, and without waiting for what is under way. */
  private Plan repeat(Supplier<Plan> planning) {
    for (var pass = 0; pass < MOST; pass++) {
      var plan = governed.govern(planning.get());
      if (plan.actions().stream().noneMatch(PlannedAction::isCalledNow)
          && plan.findings().stream().noneMatch(CachePasses::underWay)) {
        return plan;
      }
      aws.execute(plan);
      aws.settle();
    }
    throw new AssertionError("not settled after " + MOST + " passes: " + planning.get());
  }

  private static boolean underWay(Failure finding) {
    return finding instanceof Failure.Waiting && finding.reason() != Reason.PENDING_MAINTENANCE;
  }
}
