package io.appenv.operator.database;

import static io.appenv.operator.database.ReplacementExample.FORMER;
import static io.appenv.operator.database.ReplacementExample.SNAPSHOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.DataSnapshot;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.EnvironmentId;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A replacement meets what it did not expect: states of AWS, and snapshots of others. */
class ReplacementStatesTest {

  private final ReplacementExample example = new ReplacementExample();
  private final SimulatedDatabase aws = example.aws;

  @ParameterizedTest
  @CsvSource({
    "backing-up,REPLACING",
    "modifying,REPLACING",
    "stopped,DATA_STORE_FAILED",
    "storage-full,DATA_STORE_FAILED",
    "failed,DATA_STORE_FAILED",
    "dreaming,UNKNOWN_STATE"
  })
  void nothingIsRenamedInAStateThatTakesNoCall(String status, Reason reason) {
    example.begin();
    aws.instance().status = status;
    assertHeld(reason, status, "RenameInstance");
  }

  @Test
  void rearrangingStorageHoldsNothingUp() {
    example.begin();
    aws.instance().status = "storage-optimization";
    assertThat(plan().actions().getFirst().isCalledNow()).isTrue();
    assertThat(plan().findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "creating,REPLACING,",
    "backing-up,REPLACING,",
    "stopped,REPLACEMENT_FAILED,start it in RDS",
    "storage-full,REPLACEMENT_FAILED,storage",
    "incompatible-restore,REPLACEMENT_FAILED,incompatible-restore",
    "dreaming,UNKNOWN_STATE,"
  })
  void aCopyInSuchAStateServesNobody(String status, Reason reason, @Nullable String words) {
    example.until(DatabaseAction.RestoreInstance.class);
    aws.instance().status = status;
    assertHeld(reason, words == null ? status : words, "ModifyInstance");
    assertThat(aws.former().identifier()).isEqualTo(FORMER);
  }

  @Test
  void aSnapshotIsWaitedFor() {
    example.until(DatabaseAction.TakeSnapshot.class);
    snapshots(it -> copy(it, "creating", it.source(), it.tags()));
    assertHeld(Reason.REPLACING, SNAPSHOT + " is creating", "CopySnapshot");
  }

  @Test
  void aCopiedSnapshotIsWaitedFor() {
    example.until(DatabaseAction.CopySnapshot.class);
    snapshots(it -> it.name().equals(SNAPSHOT) ? it : copy(it, "creating", it.source(), it.tags()));
    assertHeld(Reason.REPLACING, SNAPSHOT + "-copy is creating", "RestoreInstance");
  }

  @Test
  void aSnapshotOfSomebodyElseIsNotCopied() {
    example.until(DatabaseAction.TakeSnapshot.class);
    snapshots(it -> copy(it, "available", it.source(), ofAnother()));
    assertHeld(Reason.SNAPSHOT_FAILED, SNAPSHOT, "CopySnapshot");
  }

  @Test
  void aSnapshotOfAnotherDatabaseIsNotCopied() {
    example.until(DatabaseAction.TakeSnapshot.class);
    snapshots(it -> copy(it, "available", "shop-other", it.tags()));
    assertHeld(Reason.SNAPSHOT_FAILED, SNAPSHOT, "CopySnapshot");
  }

  @Test
  void aSnapshotWhoseDatabaseAwsDoesNotTellIsCopied() {
    example.until(DatabaseAction.TakeSnapshot.class);
    snapshots(it -> copy(it, "available", "", it.tags()));
    assertThat(plan().findings()).isEmpty();
    assertThat(plan().actions().getFirst().isCalledNow()).isTrue();
  }

  @Test
  void aCopiedSnapshotOfSomebodyElseIsNotRestored() {
    example.until(DatabaseAction.CopySnapshot.class);
    snapshots(
        it -> it.name().equals(SNAPSHOT) ? it : copy(it, "available", it.source(), ofAnother()));
    assertHeld(Reason.SNAPSHOT_FAILED, SNAPSHOT + "-copy", "RestoreInstance");
  }

  /** A second one would be taken of the same name, or of a database that is written to again. */
  @Test
  void noSnapshotIsTakenWhileNobodyHasLookedForThem() {
    example.until(DatabaseAction.RenameInstance.class);
    aws.snapshotsUnseen = true;
    assertHeld(Reason.REPLACING, "are looked at", "TakeSnapshot");
  }

  @ParameterizedTest
  @ValueSource(strings = {"backing-up", "modifying"})
  void theReplacedOneIsLeftWhileItIsBusy(String status) {
    example.until(DatabaseAction.RenameInstance.class);
    aws.former().status = status;
    assertHeld(Reason.REPLACING, status, "TakeSnapshot");
  }

  @Test
  void itGetsItsNameBackOnceAwsTakesTheCall() {
    example.until(DatabaseAction.RenameInstance.class);
    aws.former().status = "backing-up";
    var plan = example.passes.plan(example.before);
    assertThat(plan.actions()).hasSize(1).noneMatch(PlannedAction::isCalledNow);
    assertThat(plan.findings()).singleElement().isInstanceOf(Failure.Waiting.class);
  }

  /** What RDS did not take over is set once, and only where it differs. */
  @Test
  void aCopyThatLacksNothingIsSetToNothing() {
    example.until(DatabaseAction.RestoreInstance.class);
    assertThat(plan().actions()).hasSize(2);
    var wanted = DatabaseExample.database(example.wanted);
    aws.instance().backupRetentionDays = wanted.backupRetentionDays();
    aws.instance().backupWindow = wanted.backupWindow();
    aws.instance().maintenanceWindow = wanted.maintenanceWindow();
    // Another difference, which is ended when the copy serves.
    aws.instance().multiAz = false;
    assertThat(plan().actions())
        .extracting(it -> it.action().operation())
        .containsExactly("AddTagsToResource");
  }

  /** The tags are written by ARN, which ends in the name of the moment. */
  @Test
  void theMarksAreSetOnTheInstanceOfTheMoment() {
    example.complete();
    assertThat(aws.calls)
        .filteredOn(DatabaseAction.AddTags.class::isInstance)
        .extracting(it -> ((DatabaseAction.AddTags) it).arn())
        .containsExactly(
            "arn:aws:rds:ap-northeast-1:123456789012:db:" + DatabaseExample.IDENTIFIER,
            "arn:aws:rds:ap-northeast-1:123456789012:db:" + FORMER);
  }

  private void assertHeld(Reason reason, String words, String next) {
    var plan = plan();
    assertThat(plan.actions()).isNotEmpty().noneMatch(PlannedAction::isCalledNow);
    assertThat(plan.actions().getFirst().action().getClass().getSimpleName()).isEqualTo(next);
    assertThat(plan.findings())
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).isEqualTo(reason))
        .satisfies(it -> assertThat(it.message()).contains(words));
  }

  private Plan plan() {
    return example.passes.plan(example.wanted);
  }

  private void snapshots(UnaryOperator<DataSnapshot> change) {
    aws.replacementCopies.replaceAll(change);
  }

  private static DataSnapshot copy(
      DataSnapshot snapshot, String status, String source, Map<String, String> tags) {
    return SimulatedDatabase.copy(snapshot.name(), status, source, tags);
  }

  private static Map<String, String> ofAnother() {
    return Ownership.tags(new EnvironmentId("cluster-1", "shop", "staging", "uid-2"));
  }
}
