package io.appenv.operator.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WindowGateTest {

  /** Sundays, 18:00 to 20:00 UTC of the Saturday before. */
  private static final WeeklyWindow WINDOW =
      new WeeklyWindow(
          DayOfWeek.SUNDAY, LocalTime.of(3, 0), Duration.ofHours(2), ZoneId.of("Asia/Tokyo"));

  private static final Instant BEFORE = Instant.parse("2026-11-24T12:00:00Z");
  private static final Instant OPENS = Instant.parse("2026-11-28T18:00:00Z");
  private static final Instant LAST_MOMENT = Instant.parse("2026-11-28T19:30:00Z");
  private static final Instant ABOUT_TO_CLOSE = Instant.parse("2026-11-28T19:30:01Z");

  private static final Action DEFERRED = new DatabaseAction.ModifyInstance("db", List.of(), false);
  private static final Action AT_ONCE = new DatabaseAction.ModifyInstance("db", List.of(), true);

  @Test
  void outsideTheWindowAwsIsNotAsked() {
    var held = at(BEFORE, larger(Optional.of(AT_ONCE)));

    assertThat(only(held).timing()).isEqualTo(Timing.WHEN_WINDOW_OPENS);
    assertThat(only(held).isCalledNow()).isFalse();
    assertThat(held.opens()).contains(OPENS);
    assertThat(held.plan().findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.reason()).isEqualTo(Reason.PENDING_MAINTENANCE);
              assertThat(finding.message()).endsWith("opens at 2026-11-29T03:00+09:00");
            });
  }

  @Test
  void insideTheWindowAwsMakesItAtOnce() {
    for (var now : List.of(OPENS, LAST_MOMENT)) {
      var open = at(now, larger(Optional.of(AT_ONCE)));

      assertThat(only(open).action()).isEqualTo(AT_ONCE);
      assertThat(only(open).timing()).isEqualTo(Timing.NOW);
      assertThat(open.opens()).isEmpty();
      assertThat(open.plan().findings()).isEmpty();
    }
  }

  @Test
  void nothingIsBegunWhenTheWindowIsAboutToClose() {
    var late = at(ABOUT_TO_CLOSE, larger(Optional.of(AT_ONCE)));

    assertThat(only(late).timing()).isEqualTo(Timing.WHEN_WINDOW_OPENS);
    assertThat(late.opens()).contains(OPENS.plus(Duration.ofDays(7)));
  }

  @Test
  void aShortWindowIsUsedInItsFirstHalf() {
    var hour = Duration.ofMinutes(40);
    var brief = new WeeklyWindow(DayOfWeek.SUNDAY, LocalTime.of(3, 0), hour, WINDOW.zone());

    assertThat(only(at(brief, OPENS.plusSeconds(1200), larger(Optional.of(AT_ONCE)))).timing())
        .isEqualTo(Timing.NOW);
    assertThat(only(at(brief, OPENS.plusSeconds(1201), larger(Optional.of(AT_ONCE)))).timing())
        .isEqualTo(Timing.WHEN_WINDOW_OPENS);
  }

  /** Asking AWS to make it at once would make what is pending there at once too. */
  @Test
  void whatCannotBeHurriedWaitsInsideTheWindowToo() {
    assertThat(only(at(OPENS, larger(Optional.empty()))).timing())
        .isEqualTo(Timing.WHEN_WINDOW_OPENS);
  }

  @Test
  void whatInterruptsNothingIsNotHeldUp() {
    var growth =
        new PlannedAction(
            DEFERRED,
            "storage 100 -> 120",
            ChangeClass.IN_PLACE,
            Interruption.NONE,
            Timing.MAINTENANCE_WINDOW,
            Optional.empty());
    var now = PlannedAction.now(AT_ONCE, "backup", ChangeClass.IN_PLACE);

    assertThat(at(BEFORE, growth).plan()).isEqualTo(Plan.of(growth));
    assertThat(at(BEFORE, now).plan()).isEqualTo(Plan.of(now));
  }

  /** What AWS does not put off waits for the window of the data store, or for the environment's. */
  @Test
  void aRestartThatAwsDoesNotDeferWaitsForAWindowOfItsOwn() {
    var reboot =
        new DatabaseAction.RebootInstance(
            "db", WeeklyWindow.read("wed:10:00-wed:11:00", ZoneOffset.UTC).orElseThrow());
    var restart =
        new PlannedAction(
            reboot,
            "restart",
            ChangeClass.RESTART,
            Interruption.RESTART,
            Timing.WHEN_WINDOW_OPENS,
            Optional.of(reboot));
    var opens = Instant.parse("2026-11-25T10:00:00Z");
    var auto = ChangeControl.auto();

    var held = Governance.of(Plan.of(restart), auto, List.of(), BEFORE);
    assertThat(only(held).isCalledNow()).isFalse();
    assertThat(held.opens()).contains(opens);
    assertThat(only(Governance.of(Plan.of(restart), auto, List.of(), opens)).isCalledNow())
        .isTrue();
    var own = at(opens, restart);
    assertThat(only(own).isCalledNow()).isFalse();
    assertThat(own.opens()).contains(OPENS);
    assertThat(only(at(OPENS, restart)).isCalledNow()).isTrue();
  }

  @Test
  void withoutAWindowOfTheEnvironmentAwsDefersWhatItCan() {
    var larger = larger(Optional.of(AT_ONCE));

    assertThat(Governance.of(Plan.of(larger), ChangeControl.auto(), List.of(), BEFORE).plan())
        .isEqualTo(Plan.of(larger));
  }

  @Test
  void theWindowChangesNothingOfWhatIsApproved() {
    var plan = Plan.of(larger(Optional.of(AT_ONCE)));
    var hash = plan.hash();
    var held = at(BEFORE, larger(Optional.of(AT_ONCE)));

    assertThat(held.plan().hash()).isEqualTo(hash);
  }

  @Test
  void anEmergencyDoesNotWaitAndSaysWhy() {
    var plan = Plan.of(larger(Optional.of(AT_ONCE)));
    var hash = at(BEFORE, larger(Optional.of(AT_ONCE))).plan().hash();
    var urgent = Governance.of(plan, emergency(hash), List.of(), BEFORE);

    assertThat(only(urgent).action()).isEqualTo(AT_ONCE);
    assertThat(only(urgent).timing()).isEqualTo(Timing.NOW);
    assertThat(urgent.approvals())
        .containsExactly(
            new Approval(
                hash, Set.of(Fingerprint.of(plan.actions().getFirst())), Optional.of("leak")));
  }

  @Test
  void anEmergencyIsOneTimeOnly() {
    var plan = Plan.of(larger(Optional.of(AT_ONCE)));
    var hash = plan.hash();
    var urgent = Governance.of(plan, emergency(hash), List.of(), BEFORE);
    var done = Governance.of(Plan.empty(), emergency(hash), urgent.approvals(), BEFORE);
    var again = Governance.of(plan, emergency(hash), done.approvals(), BEFORE);

    assertThat(only(again).timing()).isEqualTo(Timing.WHEN_WINDOW_OPENS);
  }

  @Test
  void anEmergencyApprovesWhatWaitsForAPerson() {
    var plan = Plan.of(larger(Optional.of(AT_ONCE)));
    var control =
        new ChangeControl(
            ChangePolicy.APPROVE_ALL,
            Set.of(),
            Optional.empty(),
            Optional.of(new Emergency(plan.hash(), "leak")));

    assertThat(only(Governance.of(plan, control, List.of(), BEFORE)).action()).isEqualTo(AT_ONCE);
  }

  @Test
  void anApprovalAloneOpensNoWindow() {
    var plan = Plan.of(larger(Optional.of(AT_ONCE)));
    var control =
        new ChangeControl(
            ChangePolicy.APPROVE_ALL, Set.of(plan.hash()), Optional.of(WINDOW), Optional.empty());
    var approved = Governance.of(plan, control, List.of(), BEFORE);

    assertThat(only(approved).timing()).isEqualTo(Timing.WHEN_WINDOW_OPENS);
    assertThat(approved.approvals()).hasSize(1);
  }

  private static ChangeControl emergency(String hash) {
    return new ChangeControl(
        ChangePolicy.AUTO, Set.of(), Optional.of(WINDOW), Optional.of(new Emergency(hash, "leak")));
  }

  private static PlannedAction larger(Optional<Action> atOnce) {
    return new PlannedAction(
        DEFERRED,
        "instanceClass db.t3.medium -> db.t3.large",
        ChangeClass.RESTART,
        Interruption.FAILOVER,
        Timing.MAINTENANCE_WINDOW,
        atOnce);
  }

  private static Governance at(Instant now, PlannedAction action) {
    return at(WINDOW, now, action);
  }

  private static Governance at(WeeklyWindow window, Instant now, PlannedAction action) {
    var control =
        new ChangeControl(ChangePolicy.AUTO, Set.of(), Optional.of(window), Optional.empty());
    return Governance.of(Plan.of(action), control, List.of(), now);
  }

  private static PlannedAction only(Governance governance) {
    return governance.plan().actions().getFirst();
  }
}
