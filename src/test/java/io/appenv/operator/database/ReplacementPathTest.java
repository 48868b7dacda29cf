package io.appenv.operator.database;

import static io.appenv.operator.database.ReplacementExample.SNAPSHOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.DatabaseInstance.Pending;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.InstanceOrigins;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a replacement needs before anything of it is begun. */
class ReplacementPathTest {

  private final ReplacementExample example = new ReplacementExample();
  private final SimulatedDatabase aws = example.aws;

  /** A name that is taken would be found out once nobody can use the database any more. */
  @Test
  void nothingIsBegunBeforeTheSnapshotsAreKnown() {
    aws.snapshotsUnseen = true;
    var plan = example.passes.plan(example.wanted);
    assertThat(plan.actions()).isEmpty();
    assertThat(plan.findings())
        .singleElement()
        .isInstanceOf(Failure.Waiting.class)
        .satisfies(it -> assertThat(it.reason()).isEqualTo(Reason.OBSERVING));
  }

  @Test
  void aNameThatIsTakenIsPassedOver() {
    aws.replacementCopies.add(
        SimulatedDatabase.copy(SNAPSHOT + "-copy", "available", "", Map.of()));
    assertThat(path()).isEqualTo(new ReplacementPath.Open(SNAPSHOT.replaceAll("1$", "2")));
  }

  @Test
  void theLongestNameThatRdsTakesIsTaken() {
    var longest = new ReplacementExample(it -> it.identifier = "d".repeat(63 - 7));
    assertThat(path(longest)).isInstanceOf(ReplacementPath.Open.class);
  }

  @Test
  void aLongerOneIsRefused() {
    var longer = new ReplacementExample(it -> it.identifier = "d".repeat(63 - 6));
    assertThat(path(longer)).isInstanceOf(ReplacementPath.Blocked.class);
    var plan = longer.passes.plan(longer.wanted);
    assertThat(plan.actions()).isEmpty();
    assertThat(plan.findings())
        .singleElement()
        .satisfies(it -> assertThat(it.message()).contains("longer than the 63 characters"));
  }

  @Test
  void everyCauseIsTold() {
    aws.instance().origin = InstanceOrigins.followedBy(aws.instance().origin, "shop-reader");
    aws.former = new SimulatedInstance(DatabaseExample.database(example.wanted));
    aws.former().tags.clear();
    assertThat(example.passes.plan(example.wanted).findings()).hasSize(2);
  }

  /** A renaming is applied at once, and what waits for the window of AWS with it. */
  @Test
  void itFollowsWhatAwsAppliesInItsWindow() {
    aws.instance().pending = PendingExample.unknown();
    var plan = example.passes.plan(example.wanted);
    assertThat(plan.actions()).noneMatch(PlannedAction::isCalledNow);
    assertThat(plan.findings())
        .anySatisfy(
            it -> {
              assertThat(it.reason()).isEqualTo(Reason.PENDING_MAINTENANCE);
              assertThat(it.message()).contains("the replacement follows");
            });
    aws.instance().pending = Pending.none();
    assertThat(example.passes.plan(example.wanted).findings()).isEmpty();
  }

  private ReplacementPath path() {
    return path(example);
  }

  private static ReplacementPath path(ReplacementExample example) {
    var database = DatabaseExample.database(example.wanted);
    return ReplacementPath.of(
        DatabaseFacts.of(
            example.wanted, database, example.aws.observed(example.wanted), IntentRecord.none()),
        example.aws.instance().seen());
  }
}
