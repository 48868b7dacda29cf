package io.appenv.operator.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.DataSnapshot;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DeletionPolicy;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.ResourceKind;
import io.appenv.operator.model.ResourceRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseDeletionTest {

  private static final IntentRecord ESTABLISHED =
      new IntentRecord(
          Set.of(),
          Set.of(new ResourceRef(ResourceKind.DATABASE_INSTANCE, DatabaseExample.IDENTIFIER)));

  private final DatabasePlanner planner = new DatabasePlanner();
  private final SimulatedDatabase aws = new SimulatedDatabase();
  private final Desired production = DatabaseExample.production();

  @BeforeEach
  void exists() {
    new DatabasePasses(aws).apply(production);
  }

  @Test
  void liftsProtectionThenDeletesWithASnapshotThenRemovesTheGroups() {
    assertThat(step(production))
        .containsExactly("ModifyDBInstance NOW", "DeleteDBInstance AFTER_PREVIOUS");
    assertThat(step(production)).containsExactly("DeleteDBInstance NOW");
    assertThat(aws.calls.getLast())
        .isEqualTo(
            new DatabaseAction.DeleteInstance(
                DatabaseExample.IDENTIFIER, Optional.of(DatabaseExample.FINAL_SNAPSHOT)));
    assertThat(step(production))
        .containsExactly("DeleteDBParameterGroup NOW", "DeleteDBSubnetGroup NOW");
    assertThat(plan(production)).isEqualTo(Plan.empty());
  }

  @Test
  void keepsTheGroupsUntilTheSnapshotCanBeRestored() {
    goneWithSnapshot("creating", DatabaseExample.IDENTIFIER);
    assertThat(plan(production).actions()).isEmpty();
    assertThat(reasons(plan(production))).containsExactly(Reason.DELETING);
  }

  @ParameterizedTest(name = "a snapshot that is {0}, of {1}")
  @CsvSource({"failed, appenv-shop-production", "available, another-database"})
  void stopsWhenTheSnapshotCannotBeReliedOn(String status, String source) {
    goneWithSnapshot(status, source);
    assertThat(plan(production).actions()).isEmpty();
    assertThat(reasons(plan(production))).containsExactly(Reason.SNAPSHOT_FAILED);
    assertThat(plan(DatabaseExample.production(it -> it.confirmed = true)).findings()).isEmpty();
  }

  @Test
  void stopsWhenTheDatabaseWasGoneBeforeItsSnapshot() {
    aws.instance = null;
    assertThat(reasons(plan(production))).containsExactly(Reason.SNAPSHOT_FAILED);
  }

  @Test
  void needsNoSnapshotOfWhatNeverExisted() {
    aws.instance = null;
    assertThat(planner.delete(production, aws.observed(), IntentRecord.none()).actions())
        .hasSize(2);
  }

  @Test
  void trustsNoSnapshotFromBefore() {
    aws.snapshot = snapshot("available", DatabaseExample.IDENTIFIER);
    assertThat(plan(production).actions()).isEmpty();
    assertThat(reasons(plan(production))).containsExactly(Reason.SNAPSHOT_FAILED);
  }

  @Test
  void asksForConfirmationByName() {
    var delete = DatabaseExample.production(it -> it.deletionPolicy = DeletionPolicy.DELETE);
    assertThat(plan(delete).actions()).isEmpty();
    assertThat(reasons(plan(delete))).containsExactly(Reason.CONFIRMATION_MISSING);
    assertThat(plan(delete).findings().getFirst().message())
        .contains("spec.operations.confirmDeletion to production");
  }

  @Test
  void leavesWhatIsRetainedRunningAndProtected() {
    var retain = DatabaseExample.production(it -> it.deletionPolicy = DeletionPolicy.RETAIN);
    assertThat(step(retain)).containsExactly("AddTagsToResource NOW");
    assertThat(aws.instance().tags).containsEntry(Ownership.RETAINED, "true");
    assertThat(aws.instance().deletionProtection).isTrue();
    assertThat(plan(retain)).isEqualTo(Plan.empty());
  }

  @Test
  void passesByWhatIsNotOurs() {
    aws.instance().tags.put(Ownership.UID, "uid-2");
    assertThat(plan(production)).isEqualTo(Plan.empty());
  }

  @ParameterizedTest(name = "while {0}: {1}")
  @CsvSource({
    "creating, CREATING",
    "modifying, MODIFYING",
    "backing-up, DELETING",
    "deleting, DELETING",
    "brand-new-word, UNKNOWN_STATE",
    "failed, SNAPSHOT_FAILED",
    "incompatible-restore, SNAPSHOT_FAILED",
    "incompatible-network, SNAPSHOT_FAILED",
    "stopped, DATA_STORE_FAILED"
  })
  void deletesNothingWhileNoSnapshotCanBeTaken(String status, Reason reason) {
    aws.instance().status = status;
    assertThat(plan(production).actions()).isEmpty();
    assertThat(reasons(plan(production))).containsExactly(reason);
  }

  @Test
  void rearrangedStorageDoesNotKeepAnInstanceFromBeingCopiedAndDeleted() {
    aws.instance().status = "storage-optimization";
    aws.instance().deletionProtection = false;
    assertThat(step(production)).containsExactly("DeleteDBInstance NOW");
    assertThat(aws.snapshot).isNotNull();
  }

  @Test
  void deletesWhatIsBeingCreatedWhenNoCopyIsWanted() {
    aws.instance().status = "creating";
    aws.instance().deletionProtection = false;
    assertThat(operations(plan(confirmed()))).containsExactly("DeleteDBInstance NOW");
  }

  @Test
  void saysWhatIsLeftOfTheData() {
    aws.instance().deletionProtection = false;
    assertThat(plan(production).actions().getFirst().reason())
        .isEqualTo("the environment is deleted; final snapshot " + DatabaseExample.FINAL_SNAPSHOT);
    assertThat(plan(confirmed()).actions().getFirst().reason())
        .isEqualTo("the environment is deleted; its data is not kept, as confirmed");
    assertThat(plan(confirmed()).actions().getFirst().action())
        .isEqualTo(new DatabaseAction.DeleteInstance(DatabaseExample.IDENTIFIER, Optional.empty()));
  }

  @Test
  void aStoppedInstanceIsDeletedWhenNothingHasToBeDoneBefore() {
    aws.instance().status = "stopped";
    assertThat(reasons(plan(confirmed()))).containsExactly(Reason.DATA_STORE_FAILED);
    aws.instance().deletionProtection = false;
    assertThat(operations(plan(confirmed()))).containsExactly("DeleteDBInstance NOW");
    assertThat(reasons(plan(production))).containsExactly(Reason.DATA_STORE_FAILED);
  }

  private static Desired confirmed() {
    return DatabaseExample.production(
        it -> {
          it.deletionPolicy = DeletionPolicy.DELETE;
          it.confirmed = true;
        });
  }

  private void goneWithSnapshot(String status, String source) {
    aws.instance = null;
    aws.snapshot = snapshot(status, source);
  }

  private static DataSnapshot snapshot(String status, String source) {
    return new DataSnapshot(DatabaseExample.FINAL_SNAPSHOT, "arn:snapshot", status, source);
  }

  private List<String> step(Desired desired) {
    var plan = plan(desired);
    aws.execute(plan);
    aws.settle();
    return operations(plan);
  }

  private Plan plan(Desired desired) {
    return planner.delete(desired, aws.observed(), ESTABLISHED);
  }

  private static List<String> operations(Plan plan) {
    return plan.actions().stream()
        .map(planned -> planned.action().operation() + " " + planned.timing())
        .toList();
  }

  private static List<Reason> reasons(Plan plan) {
    return plan.findings().stream().map(Failure::reason).toList();
  }
}
