package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TurnTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Set<Component> DATABASE = Set.of(Component.DATABASE);
  private static final Failure FAILURE =
      new Failure.Recoverable(Component.DATABASE, Reason.UPSTREAM_ERROR, "HTTP 500.");
  private static final Plan CALL =
      Plan.of(
          PlannedAction.now(
              new DatabaseAction.ResetPassword("appenv-x"), "for a test", ChangeClass.IN_PLACE));

  /** The spin: a call that worked and was answered 500 leaves nothing to call. */
  @Test
  void aFailureIsForgottenOnceAFreshPictureLeavesNothingToCall() {
    var turn = turn(Plan.empty(), true, false, NOW.plusSeconds(5));

    assertThat(turn.settle(failed()).failures()).isEmpty();
    assertThat(turn.retryAfter()).isEmpty();
    assertThat(turn.due()).isEmpty();
  }

  @Test
  void aFailureIsKeptUntilThePictureShowsTheLastWrite() {
    var turn = turn(Plan.empty(), false, false, NOW.plusSeconds(5));

    assertThat(turn.settle(failed()).failures()).containsExactly(FAILURE);
    assertThat(turn.retryAfter()).isEmpty();
  }

  /** AWS is down after a failed call: only a sweep can help, so no timer is set, due or not. */
  @Test
  void noRetryIsPlannedWhileThePictureIsNotFresh() {
    assertThat(turn(CALL, false, false, NOW).retryAfter()).isEmpty();
    assertThat(turn(CALL, false, false, NOW.plusSeconds(600)).retryAfter()).isEmpty();
    assertThat(turn(CALL, false, false, NOW.plusSeconds(600)).due()).isEmpty();
  }

  @Test
  void aRetryIsInTheFutureOrMadeNow() {
    assertThat(turn(CALL, true, false, NOW.plusMillis(300)).retryAfter())
        .contains(Duration.ofMillis(700));
    assertThat(turn(CALL, true, false, NOW.plusMillis(300)).due()).isEmpty();
    assertThat(turn(CALL, true, false, NOW.plusSeconds(1)).retryAfter()).isEmpty();
    assertThat(turn(CALL, true, false, NOW.plusSeconds(1)).due()).isEqualTo(DATABASE);
  }

  @Test
  void whatIsPausedIsNotTriedAgain() {
    var turn = turn(CALL, true, true, NOW.plusMillis(300));

    assertThat(turn.due()).isEmpty();
    assertThat(turn.retryAfter()).isEmpty();
    assertThat(turn.settle(failed()).failures()).isEmpty();
  }

  @Test
  void aPlanOnARememberedNetworkIsShownAndNotCarriedOut() {
    var creation =
        PlannedAction.now(
            new DatabaseAction.CreateSubnetGroup(Example.desired().database().orElseThrow()),
            "for a test",
            ChangeClass.IN_PLACE);

    var withheld = Withheld.of(Plan.of(creation).and(CALL));

    assertThat(withheld.actions()).hasSize(2);
    assertThat(withheld.actions()).filteredOn(PlannedAction::isCalledNow).hasSize(1);
  }

  private static Turn turn(Plan plan, boolean fresh, boolean paused, Instant now) {
    var attempt = failed().of(Component.DATABASE);
    var step = Step.of(Component.DATABASE, plan, fresh, paused, attempt, now);
    return new Turn(Map.of(Component.DATABASE, step));
  }

  private static Attempts failed() {
    return Attempts.none(1, NOW)
        .withAll(
            Map.of(
                Component.DATABASE,
                Attempt.first(NOW).executed(Optional.of(FAILURE), "a call", NOW)));
  }
}
