package io.appenv.operator.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.DataSnapshot;
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
import org.junit.jupiter.params.provider.ValueSource;

class CacheDeletionTest {

  private static final IntentRecord ESTABLISHED =
      new IntentRecord(
          Set.of(),
          Set.of(new ResourceRef(ResourceKind.REPLICATION_GROUP, CacheExample.IDENTIFIER)));

  private static final Desired RETAIN =
      CacheExample.production(it -> it.deletionPolicy = DeletionPolicy.RETAIN);

  private final CachePlanner planner = new CachePlanner();
  private final SimulatedCache aws = new SimulatedCache();
  private final Desired production = CacheExample.production();

  @BeforeEach
  void exists() {
    new CachePasses(aws).apply(production);
  }

  @Test
  void deletesWithASnapshotThenRemovesTheSubnetGroup() {
    assertThat(plan(production).actions().getFirst().action())
        .isEqualTo(
            new CacheAction.DeleteGroup(
                CacheExample.IDENTIFIER, Optional.of(CacheExample.FINAL_SNAPSHOT)));
    assertThat(step(production)).containsExactly("DeleteReplicationGroup NOW");
    assertThat(step(production)).containsExactly("DeleteCacheSubnetGroup NOW");
    assertThat(plan(production)).isEqualTo(Plan.empty());
  }

  @ParameterizedTest(name = "a snapshot that is {0}: {1}")
  @CsvSource({"creating, DELETING", "failed, SNAPSHOT_FAILED"})
  void keepsTheSubnetGroupUntilTheSnapshotCanBeRestored(String status, Reason reason) {
    aws.group = null;
    aws.snapshot = snapshot(status);
    assertThat(plan(production).actions()).isEmpty();
    assertThat(reasons(plan(production))).containsExactly(reason);
  }

  @Test
  void stopsWhenTheCacheWasGoneBeforeItsSnapshot() {
    aws.group = null;
    assertThat(reasons(plan(production))).containsExactly(Reason.SNAPSHOT_FAILED);
    assertThat(plan(CacheExample.production(it -> it.confirmed = true)).actions()).hasSize(1);
  }

  @Test
  void stopsWhenTheSnapshotIsOfAnotherCache() {
    aws.group = null;
    aws.snapshot =
        new DataSnapshot(CacheExample.FINAL_SNAPSHOT, "arn:snapshot", "available", "another-cache");
    assertThat(plan(production).actions()).isEmpty();
    assertThat(plan(production).findings().getFirst().message()).contains("is of another cache");
  }

  @Test
  void saysWhatIsLeftOfTheData() {
    assertThat(plan(production).actions().getFirst().reason())
        .isEqualTo("the environment is deleted; final snapshot " + CacheExample.FINAL_SNAPSHOT);
    var confirmed =
        CacheExample.production(
            it -> {
              it.deletionPolicy = DeletionPolicy.DELETE;
              it.confirmed = true;
            });
    assertThat(plan(confirmed).actions().getFirst().reason())
        .isEqualTo("the environment is deleted; its data is not kept, as confirmed");
  }

  @ParameterizedTest(name = "while {0}: {1}")
  @CsvSource({
    "deleting, AWS reports the cache as deleting; waiting for it",
    "creating, the cache is creating; a final snapshot can be taken and the cache deleted once it is available"
  })
  void saysWhatItWaitsFor(String status, String message) {
    aws.group().status = status;
    assertThat(plan(production).findings().getFirst().message()).isEqualTo(message);
  }

  @Test
  void trustsNoSnapshotFromBefore() {
    aws.snapshot = snapshot("available");
    assertThat(plan(production).actions()).isEmpty();
    assertThat(reasons(plan(production))).containsExactly(Reason.SNAPSHOT_FAILED);
  }

  @Test
  void asksForConfirmationByName() {
    var delete = CacheExample.production(it -> it.deletionPolicy = DeletionPolicy.DELETE);
    assertThat(plan(delete).actions()).isEmpty();
    assertThat(plan(delete).findings().getFirst().message())
        .contains("spec.operations.confirmDeletion to production");
  }

  @Test
  void leavesWhatIsRetainedRunning() {
    assertThat(step(RETAIN)).containsExactly("AddTagsToResource NOW");
    assertThat(aws.group().tags).containsEntry(Ownership.RETAINED, "true");
    assertThat(plan(RETAIN)).isEqualTo(Plan.empty());
  }

  @ParameterizedTest(name = "while {0}")
  @CsvSource({
    "snapshotting, DELETING",
    "modifying, MODIFYING",
    "creating, CREATING",
    "brand-new-word, UNKNOWN_STATE"
  })
  void waitsUntilAGroupThatIsRetainedTakesTags(String status, Reason reason) {
    aws.group().status = status;
    assertThat(plan(RETAIN).actions()).isEmpty();
    assertThat(reasons(plan(RETAIN))).containsExactly(reason);
  }

  @ParameterizedTest(name = "while {0}")
  @ValueSource(strings = {"create-failed", "restore-failed", "incompatible-network"})
  void endsWithoutAMarkWhereAwsTakesNone(String status) {
    aws.group().status = status;
    assertThat(plan(RETAIN)).isEqualTo(Plan.empty());
  }

  @Test
  void passesByWhatIsNotOurs() {
    aws.group().tags.put(Ownership.UID, "uid-2");
    assertThat(plan(production)).isEqualTo(Plan.empty());
  }

  @Test
  void needsNoCopyOfAGroupThatWasNeverCreatedCompletely() {
    aws.group().status = "create-failed";
    assertThat(plan(production).actions().getFirst().action())
        .isEqualTo(new CacheAction.DeleteGroup(CacheExample.IDENTIFIER, Optional.empty()));
  }

  @ParameterizedTest(name = "while {0}: {1}")
  @CsvSource({
    "creating, CREATING",
    "modifying, MODIFYING",
    "snapshotting, DELETING",
    "deleting, DELETING",
    "restore-failed, SNAPSHOT_FAILED",
    "brand-new-word, UNKNOWN_STATE"
  })
  void deletesNothingWhileNoSnapshotCanBeTaken(String status, Reason reason) {
    aws.group().status = status;
    assertThat(plan(production).actions()).isEmpty();
    assertThat(reasons(plan(production))).containsExactly(reason);
  }

  private static DataSnapshot snapshot(String status) {
    return new DataSnapshot(
        CacheExample.FINAL_SNAPSHOT, "arn:snapshot", status, CacheExample.IDENTIFIER);
  }

  private List<String> step(Desired desired) {
    var plan = plan(desired);
    aws.execute(plan);
    aws.settle();
    return plan.actions().stream()
        .map(planned -> planned.action().operation() + " " + planned.timing())
        .toList();
  }

  private Plan plan(Desired desired) {
    return planner.delete(desired, aws.observed(), ESTABLISHED);
  }

  private static List<Reason> reasons(Plan plan) {
    return plan.findings().stream().map(Failure::reason).toList();
  }
}
