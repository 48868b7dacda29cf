package io.appenv.operator.backend.ack;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.database.PendingExample;
import io.appenv.operator.model.Action;
import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.ChangeControl;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseInstance.Pending;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Governance;
import io.appenv.operator.model.GroupSetting;
import io.appenv.operator.model.InstanceSetting;
import io.appenv.operator.model.Interruption;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Timing;
import io.appenv.operator.model.WeeklyWindow;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AckPlanTest {

  private static final WeeklyWindow WINDOW =
      WeeklyWindow.read("sun:18:30-sun:19:30", ZoneOffset.UTC).orElseThrow();
  private static final List<InstanceSetting> CLASS =
      List.of(new InstanceSetting.InstanceClass("db.t3.large"));
  private static final List<GroupSetting> TYPE =
      List.of(new GroupSetting.NodeType("cache.t3.large"));
  private static final PlannedAction TAG = now(new DatabaseAction.DeleteSubnetGroup("db"));
  private static final PlannedAction REBOOT =
      now(new DatabaseAction.RebootInstance("db", WINDOW)).at(Timing.WHEN_WINDOW_OPENS);

  @Test
  void whatAwsWouldHoldForItsWindowIsHeldHereAndThenMadeAtOnce() {
    var planned = plan(deferred(new DatabaseAction.ModifyInstance("db", CLASS, false)));

    var call = new DatabaseAction.ModifyInstance("db", CLASS, true, Optional.of(WINDOW));
    assertThat(planned.actions())
        .singleElement()
        .satisfies(
            action -> {
              assertThat(action.action()).isEqualTo(call);
              assertThat(action.timing()).isEqualTo(Timing.WHEN_WINDOW_OPENS);
              assertThat(action.atOnce()).contains(call);
            });
  }

  @Test
  void eachDataStoreHasItsOwnWindow() {
    var planned =
        plan(
            deferred(new DatabaseAction.ModifyInstance("db", CLASS, false)),
            deferred(new CacheAction.ModifyGroup("cache", TYPE, false)));

    // A Sunday: the window of the database is open, that of the cache opens at 20:00.
    var governed =
        Governance.of(
            planned, ChangeControl.auto(), List.of(), Instant.parse("2026-01-04T18:40:00Z"));
    assertThat(governed.plan().actions())
        .extracting(PlannedAction::timing)
        .containsExactly(Timing.NOW, Timing.WHEN_WINDOW_OPENS);
    assertThat(governed.opens()).contains(Instant.parse("2026-01-04T20:00:00Z"));
  }

  @Test
  void onePartMakesOneCallAtATime() {
    var token = now(new CacheAction.DeleteSubnetGroup("cache"));

    assertThat(plan(TAG, TAG, token).actions())
        .extracting(PlannedAction::timing)
        .containsExactly(Timing.NOW, Timing.AFTER_PREVIOUS, Timing.NOW);
  }

  @Test
  void aRestartIsToldAndTheRestGoesOn() {
    var planned = plan(TAG, REBOOT);

    assertThat(planned.actions()).containsExactly(TAG);
    assertThat(planned.findings()).singleElement().matches(it -> isLimit(it));
  }

  @ParameterizedTest
  @MethodSource("beyond")
  void aPartThatCannotGoTheWholeWayDoesNotSetOut(Action action) {
    var other =
        action.target().kind().component() == Component.DATABASE
            ? now(new CacheAction.DeleteSubnetGroup("cache"))
            : TAG;
    var same =
        action.target().kind().component() == Component.DATABASE
            ? TAG
            : now(new CacheAction.DeleteSubnetGroup("cache"));

    var planned = plan(same, now(action), other);
    assertThat(planned.actions()).containsExactly(other);
    assertThat(planned.findings()).singleElement().matches(it -> isLimit(it));
  }

  static Stream<Action> beyond() {
    return Stream.of(
        new DatabaseAction.ResetPassword("db"),
        new DatabaseAction.ModifyInstance(
            "db", List.of(new InstanceSetting.Storage(200), new InstanceSetting.Iops(3000)), true),
        new CacheAction.ResetToken("cache"),
        new CacheAction.ModifyGroup(
            "cache", List.of(new GroupSetting.SnapshottingCluster("cache-001")), false),
        new CacheAction.ModifyGroup(
            "cache", List.of(new GroupSetting.MinorUpgrades(false)), false));
  }

  @Test
  void whatSomebodyElseLeftPendingIsNotHurriedAlong() {
    var pending = PendingExample.instanceClass("db.t3.small");
    var storage =
        now(
            new DatabaseAction.ModifyInstance(
                "db", List.of(new InstanceSetting.Storage(200)), true));

    var planned = AckPlan.of(Plan.of(storage), AckExample.desired(), AckExample.observed(pending));
    assertThat(planned.actions()).noneMatch(PlannedAction::isCalledNow);
    assertThat(planned.findings())
        .singleElement()
        .extracting(Failure::reason)
        .isEqualTo(Reason.PENDING_MAINTENANCE);
  }

  /** ACK neither shows nor changes it, so it may not keep an environment from being Ready. */
  @Test
  void minorUpgradesOfACacheAreNotLookedAt() {
    var seen = AckPlan.seen(AckExample.observed(Pending.none()));

    assertThat(seen.cache().group().found().orElseThrow().autoMinorVersionUpgrade()).isEmpty();
  }

  private static boolean isLimit(Failure finding) {
    return finding instanceof Failure.Terminal && finding.reason() == Reason.BACKEND_LIMIT;
  }

  private static Plan plan(PlannedAction... actions) {
    return AckPlan.of(Plan.of(actions), AckExample.desired(), AckExample.observed(Pending.none()));
  }

  private static PlannedAction now(Action action) {
    return PlannedAction.now(action, "for a test", ChangeClass.IN_PLACE);
  }

  private static PlannedAction deferred(Action action) {
    return new PlannedAction(
        action,
        "for a test",
        ChangeClass.RESTART,
        Interruption.FAILOVER,
        Timing.MAINTENANCE_WINDOW,
        Optional.empty());
  }
}
