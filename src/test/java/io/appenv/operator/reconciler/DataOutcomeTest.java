package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.DriftMemory;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DataOutcomeTest {

  @ParameterizedTest
  @EnumSource(
      value = Reason.class,
      names = {"CREATING", "MODIFYING", "DELETING", "OBSERVING"})
  void whileAwsIsAtWorkItIsLookedAtOften(Reason reason) {
    var outcome = outcome(new Failure.Waiting(Component.DATABASE, reason, "Wait."));

    assertThat(outcome.changing()).containsExactly(Component.DATABASE);
    assertThat(outcome.isAtRest(false)).isFalse();
  }

  @Test
  void whatWaitsForTheWindowIsAtRest() {
    var outcome =
        outcome(new Failure.Waiting(Component.DATABASE, Reason.PENDING_MAINTENANCE, "On Sunday."));

    assertThat(outcome.changing()).isEmpty();
    assertThat(outcome.isAtRest(false)).isTrue();
  }

  @Test
  void aPersonIsNotHurriedByLooking() {
    var outcome = outcome(new Failure.Terminal(Component.CACHE, Reason.NOT_OURS, "Rename it."));

    assertThat(outcome.changing()).isEmpty();
    assertThat(outcome.isAtRest(false)).isFalse();
  }

  @Test
  void whatAwsRefusesToTellIsNotHurriedByLooking() {
    var unseen = new Failure.Waiting(Component.CACHE, Reason.OBSERVING, "Not looked at yet.");
    var denied = Example.denied(Component.CACHE);

    assertThat(outcome(unseen).changing()).containsExactly(Component.CACHE);
    assertThat(outcome(unseen, denied).changing()).isEmpty();
  }

  /** A deletion that ended on an old picture would leave behind what was created a moment ago. */
  @Test
  void nothingIsSettledBeforeTheLastWriteWasSeen() {
    var awaiting =
        new DataOutcome(
            Observed.unseen(),
            Map.of(),
            Plan.empty(),
            List.of(),
            Optional.empty(),
            DriftMemory.none(),
            List.of(),
            Optional.empty(),
            Map.of(Component.DATABASE, Instant.EPOCH));

    assertThat(awaiting.isSettled()).isFalse();
    assertThat(DataOutcome.none().isSettled()).isTrue();
  }

  private static DataOutcome outcome(Failure finding, Failure... failures) {
    return new DataOutcome(
        Observed.unseen(),
        Map.of(),
        Plan.of(finding),
        List.of(),
        Optional.empty(),
        DriftMemory.none(),
        List.of(failures),
        Optional.empty(),
        Map.of());
  }
}
