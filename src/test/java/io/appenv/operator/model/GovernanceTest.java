package io.appenv.operator.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GovernanceTest {

  private static final PlannedAction BACKUP = action("backup", ChangeClass.IN_PLACE);
  private static final PlannedAction LARGER = action("class", ChangeClass.RESTART);
  private static final PlannedAction VERSION = action("version", ChangeClass.RESTART);

  @Test
  void nothingIsAskedUnlessTheOwnerWantsToBeAsked() {
    var plan = Plan.of(BACKUP, LARGER);

    assertThat(Governance.of(plan, ChangeControl.auto(), List.of(), Instant.EPOCH))
        .isEqualTo(Governance.none(plan));
  }

  @Test
  void whatInterruptsWaitsAndTheRestGoesOn() {
    assertThat(timings(under(ChangePolicy.APPROVE_DISRUPTIVE, Plan.of(BACKUP, LARGER))))
        .containsExactly(Timing.NOW, Timing.AFTER_APPROVAL);
  }

  /** A node type of a cache is changed in service, but for some seconds. */
  @Test
  void aShortInterruptionIsOneToo() {
    var failover =
        new PlannedAction(
            LARGER.action(),
            "node",
            ChangeClass.IN_PLACE,
            Interruption.FAILOVER,
            Timing.NOW,
            Optional.empty());

    assertThat(timings(under(ChangePolicy.APPROVE_DISRUPTIVE, Plan.of(failover))))
        .containsExactly(Timing.AFTER_APPROVAL);
  }

  @Test
  void theHashIsThatOfWhatWaitsSoThatItStaysWhenTheRestIsDone() {
    var before = under(ChangePolicy.APPROVE_DISRUPTIVE, Plan.of(BACKUP, LARGER)).plan();
    var after = under(ChangePolicy.APPROVE_DISRUPTIVE, Plan.of(LARGER)).plan();

    assertThat(after.hash()).isEqualTo(before.hash());
  }

  @Test
  void anApprovedActionGoesOnWhenThoseBeforeItAreDone() {
    var plan = Plan.of(BACKUP, LARGER.afterPrevious());
    var hash = under(ChangePolicy.APPROVE_ALL, plan).plan().hash();
    var approved = under(ChangePolicy.APPROVE_ALL, plan, List.of(), hash);
    var rest = under(ChangePolicy.APPROVE_ALL, Plan.of(LARGER), approved.approvals(), hash);

    assertThat(timings(approved)).containsExactly(Timing.NOW, Timing.AFTER_PREVIOUS);
    assertThat(timings(rest)).containsExactly(Timing.NOW);
  }

  @Test
  void whatIsAddedToAnApprovedPlanWaits() {
    var hash = under(ChangePolicy.APPROVE_ALL, Plan.of(LARGER)).plan().hash();
    var approved = under(ChangePolicy.APPROVE_ALL, Plan.of(LARGER), List.of(), hash);
    var more =
        under(ChangePolicy.APPROVE_ALL, Plan.of(LARGER, VERSION), approved.approvals(), hash);

    assertThat(timings(more)).containsExactly(Timing.NOW, Timing.AFTER_APPROVAL);
    assertThat(more.plan().hash()).isNotEqualTo(hash);
  }

  /** An auditor finds the hash that a person approved, however much of the plan is left. */
  @Test
  void whatIsMadeIsOfThePlanThatWasApproved() {
    var hash = under(ChangePolicy.APPROVE_ALL, Plan.of(BACKUP, LARGER)).plan().hash();
    var approved = under(ChangePolicy.APPROVE_ALL, Plan.of(BACKUP, LARGER), List.of(), hash);
    var rest = under(ChangePolicy.APPROVE_ALL, Plan.of(LARGER), approved.approvals(), hash);
    var unasked = under(ChangePolicy.AUTO, Plan.of(LARGER));

    assertThat(rest.plan().hash()).isNotEqualTo(hash);
    assertThat(rest.planOf(LARGER)).isEqualTo(hash);
    assertThat(rest.isApproved(LARGER)).isTrue();
    assertThat(rest.isApproved(VERSION)).isFalse();
    assertThat(unasked.planOf(LARGER)).isEqualTo(unasked.plan().hash());
    assertThat(unasked.isApproved(LARGER)).isFalse();
  }

  @Test
  void anApprovalIsUsedOnce() {
    var hash = under(ChangePolicy.APPROVE_ALL, Plan.of(LARGER)).plan().hash();
    var approved = under(ChangePolicy.APPROVE_ALL, Plan.of(LARGER), List.of(), hash);
    var done = under(ChangePolicy.APPROVE_ALL, Plan.empty(), approved.approvals(), hash);
    var again = under(ChangePolicy.APPROVE_ALL, Plan.of(LARGER), done.approvals(), hash);

    assertThat(done.approvals()).containsExactly(new Approval(hash, Set.of(), Optional.empty()));
    assertThat(timings(again)).containsExactly(Timing.AFTER_APPROVAL);
  }

  /** While AWS is at the first of two changes nothing can be planned. */
  @Test
  void anApprovalOutlastsTheTimeAwsIsAtWork() {
    var hash = under(ChangePolicy.APPROVE_ALL, Plan.of(LARGER)).plan().hash();
    var approved = under(ChangePolicy.APPROVE_ALL, Plan.of(LARGER), List.of(), hash);
    var busy = Plan.of(new Failure.Waiting(Component.DATABASE, Reason.MODIFYING, "AWS is at work"));
    var meanwhile = under(ChangePolicy.APPROVE_ALL, busy, approved.approvals(), hash);
    var then = under(ChangePolicy.APPROVE_ALL, Plan.of(LARGER), meanwhile.approvals(), hash);

    assertThat(timings(then)).containsExactly(Timing.NOW);
  }

  @Test
  void anApprovalThatIsTakenBackAllowsNothingMore() {
    var hash = under(ChangePolicy.APPROVE_ALL, Plan.of(LARGER)).plan().hash();
    var approved = under(ChangePolicy.APPROVE_ALL, Plan.of(LARGER), List.of(), hash);
    var without = under(ChangePolicy.APPROVE_ALL, Plan.of(LARGER), approved.approvals());

    assertThat(timings(without)).containsExactly(Timing.AFTER_APPROVAL);
    assertThat(without.approvals()).isEmpty();
  }

  @Test
  void anApprovedPlanThatWaitsForItsWindowIsHurriedByAnEmergency() {
    var call = LARGER.at(Timing.MAINTENANCE_WINDOW);
    var deferred =
        new PlannedAction(
            call.action(),
            call.reason(),
            call.changeClass(),
            call.interruption(),
            call.timing(),
            Optional.of(BACKUP.action()));
    var plan = Plan.of(deferred);
    var window = WeeklyWindow.read("sun:17:00-sun:19:00", ZoneId.of("Asia/Tokyo"));
    var asked = ChangePolicy.APPROVE_DISRUPTIVE;
    var hash = under(asked, plan).plan().hash();
    var given = new ChangeControl(asked, Set.of(hash), window, Optional.empty());
    var approved = Governance.of(plan, given, List.of(), Instant.EPOCH);
    var urgent = new ChangeControl(asked, Set.of(hash), window, Optional.of(emergency(hash)));
    var hurried = Governance.of(plan, urgent, approved.approvals(), Instant.EPOCH);

    assertThat(timings(approved)).containsExactly(Timing.WHEN_WINDOW_OPENS);
    assertThat(timings(hurried)).containsExactly(Timing.NOW);
    assertThat(hurried.approvals()).extracting(Approval::isEmergency).containsExactly(false, true);
    assertThat(Governance.of(plan, urgent, hurried.approvals(), Instant.EPOCH)).isEqualTo(hurried);
  }

  @Test
  void whatAwsHoldsIsShownWithItsOpeningAndHurriedOnce() {
    var held = new Plan(List.of(), List.of(held()), List.of());
    var auto = ChangeControl.auto();
    var urgent =
        new ChangeControl(
            auto.policy(), Set.of(), Optional.empty(), Optional.of(emergency(held.hash())));

    var shown = Governance.of(held, auto, List.of(), Instant.EPOCH);
    var hurried = Governance.of(held, urgent, List.of(), Instant.EPOCH);
    var done = Governance.of(Plan.empty(), urgent, hurried.approvals(), Instant.EPOCH);
    var later = Governance.of(held, urgent, done.approvals(), Instant.EPOCH);

    assertThat(shown.plan()).isEqualTo(held);
    assertThat(shown.opens()).contains(Instant.parse("1970-01-04T17:00:00Z"));
    assertThat(timings(hurried)).containsExactly(Timing.NOW);
    assertThat(hurried.plan().handedOver()).isEmpty();
    assertThat(hurried.opens()).isEmpty();
    assertThat(later.plan()).isEqualTo(held);
  }

  /** It may take back something that would be hurried along. */
  @Test
  void whatElseIsChangedComesBeforeWhatIsHurried() {
    var held = new Plan(List.of(), List.of(held()), List.of());
    var both = Plan.of(VERSION.at(Timing.MAINTENANCE_WINDOW)).and(held);
    var urgent =
        new ChangeControl(
            ChangePolicy.AUTO, Set.of(), Optional.empty(), Optional.of(emergency(held.hash())));

    assertThat(timings(Governance.of(both, urgent, List.of(), Instant.EPOCH)))
        .containsExactly(Timing.MAINTENANCE_WINDOW, Timing.AFTER_PREVIOUS);
  }

  private static Emergency emergency(String hash) {
    return new Emergency(hash, "out of memory");
  }

  private static HandedOver held() {
    return new HandedOver(
        new PlannedAction(
            LARGER.action(),
            LARGER.reason(),
            LARGER.changeClass(),
            LARGER.interruption(),
            Timing.HANDED_OVER,
            Optional.of(BACKUP.action())),
        WeeklyWindow.read("sun:17:00-sun:19:00", ZoneOffset.UTC));
  }

  @Test
  void whatIsOnlyPlannedIsNotDoneEvenIfApproved() {
    var plan = Plan.of(BACKUP, LARGER);
    var shown = under(ChangePolicy.PLAN_ONLY, plan, List.of(), plan.hash());

    assertThat(timings(shown)).containsExactly(Timing.NOT_AT_ALL, Timing.NOT_AT_ALL);
    assertThat(shown.approvals()).isEmpty();
  }

  private static Governance under(ChangePolicy policy, Plan plan) {
    return under(policy, plan, List.of());
  }

  private static Governance under(
      ChangePolicy policy, Plan plan, List<Approval> recorded, String... approved) {
    return Governance.of(
        plan,
        new ChangeControl(policy, Set.of(approved), Optional.empty(), Optional.empty()),
        recorded,
        Instant.EPOCH);
  }

  private static List<Timing> timings(Governance governance) {
    return governance.plan().actions().stream().map(PlannedAction::timing).toList();
  }

  private static PlannedAction action(String reason, ChangeClass changeClass) {
    return PlannedAction.now(
        new DatabaseAction.DeleteInstance("db", Optional.of("copy")), reason, changeClass);
  }
}
