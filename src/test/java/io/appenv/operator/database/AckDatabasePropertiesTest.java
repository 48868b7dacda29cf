package io.appenv.operator.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.backend.ack.AckPlan;
import io.appenv.operator.model.ChangeControl;
import io.appenv.operator.model.DataBackend;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Governance;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.ResourceKind;
import io.appenv.operator.model.ResourceRef;
import io.appenv.operator.model.WeeklyWindow;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Any change of a database, carried out by controllers that do one thing at a time, and at once.
 */
class AckDatabasePropertiesTest {

  private static final int MOST = 12;

  private static final Set<Class<? extends DatabaseAction>> IMPOSSIBLE =
      Set.of(
          DatabaseAction.RebootInstance.class,
          DatabaseAction.ResetPassword.class,
          DatabaseAction.TakeSnapshot.class,
          DatabaseAction.UpgradeInstance.class,
          DatabaseAction.RenameInstance.class,
          DatabaseAction.CopySnapshot.class,
          DatabaseAction.RestoreInstance.class);

  private final DatabasePlanner planner = new DatabasePlanner();

  @Property(tries = 50)
  void itIsReachedOrToldWhyNot(
      @ForAll("databases") Desired before, @ForAll("databases") Desired after) {
    var aws = new SimulatedDatabase();
    settle(aws, before, true);
    settle(aws, after, true);

    var left = plan(aws, after, true);
    assertThat(left.actions()).noneMatch(PlannedAction::isCalledNow);
    assertThat(planner.apply(after, aws.observed(after), recorded(after)).actions().isEmpty())
        .isNotEqualTo(left.findings().stream().anyMatch(it -> it.reason() == Reason.BACKEND_LIMIT));
  }

  @Property(tries = 50)
  void nothingIsAskedOfTheControllersThatTheyCannotDo(
      @ForAll("databases") Desired before, @ForAll("databases") Desired after) {
    var aws = new SimulatedDatabase();
    settle(aws, before, true);
    settle(aws, after, true);

    assertThat(aws.calls).noneMatch(it -> IMPOSSIBLE.contains(it.getClass()));
  }

  @Property(tries = 50)
  void oneCallIsMadeAtATime(
      @ForAll("databases") Desired before, @ForAll("databases") Desired after) {
    var aws = new SimulatedDatabase();
    settle(aws, before, true);

    for (var pass = 0; pass < MOST; pass++) {
      var calls = called(plan(aws, after, true));
      assertThat(calls.size()).isLessThanOrEqualTo(1);
      aws.execute(Plan.of(calls));
      aws.settle();
    }
  }

  /** AWS would hold it; the controllers would not. */
  @Property(tries = 50)
  void nothingThatInterruptsIsCalledOutsideTheWindow(
      @ForAll("databases") Desired before, @ForAll("databases") Desired after) {
    var aws = new SimulatedDatabase();
    settle(aws, before, true);

    for (var pass = 0; pass < MOST; pass++) {
      var calls = called(plan(aws, after, false));
      assertThat(calls).noneMatch(PlannedAction::isDisruptive);
      aws.execute(Plan.of(calls));
      aws.settle();
    }
  }

  private void settle(SimulatedDatabase aws, Desired desired, boolean inWindow) {
    for (var pass = 0; pass < MOST; pass++) {
      aws.execute(Plan.of(called(plan(aws, desired, inWindow))));
      aws.settle();
    }
  }

  private static List<PlannedAction> called(Plan plan) {
    return plan.actions().stream().filter(PlannedAction::isCalledNow).toList();
  }

  private Plan plan(SimulatedDatabase aws, Desired desired, boolean inWindow) {
    var observed = aws.observed(desired);
    var drawn = planner.apply(desired, observed, recorded(desired));
    return Governance.of(
            AckPlan.of(drawn, desired, observed),
            ChangeControl.auto(),
            List.of(),
            moment(desired, inWindow))
        .plan();
  }

  private static Instant moment(Desired desired, boolean inWindow) {
    var opening =
        WeeklyWindow.read(DatabaseExample.database(desired).maintenanceWindow(), ZoneOffset.UTC)
            .orElseThrow()
            .opening(Instant.EPOCH);
    return inWindow ? opening.start() : opening.end();
  }

  private static IntentRecord recorded(Desired desired) {
    return new IntentRecord(
        Set.of(),
        Set.of(
            new ResourceRef(
                ResourceKind.DATABASE_SUBNET_GROUP,
                DatabaseExample.database(desired).subnetGroup())));
  }

  @Provide
  Arbitrary<Desired> databases() {
    return DatabaseArbitraries.databases().map(AckDatabasePropertiesTest::throughAck);
  }

  private static Desired throughAck(Desired desired) {
    return new Desired(
        desired.environment(),
        desired.stage(),
        DataBackend.ACK,
        desired.region(),
        desired.vpcId(),
        desired.loadBalancer(),
        desired.tiers(),
        desired.database(),
        desired.cache(),
        desired.ingress(),
        desired.paused(),
        desired.deletionConfirmed());
  }
}
