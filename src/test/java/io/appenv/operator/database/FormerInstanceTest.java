package io.appenv.operator.database;

import static io.appenv.operator.database.ReplacementExample.FORMER;
import static io.appenv.operator.database.ReplacementExample.LAST_SNAPSHOT;
import static io.appenv.operator.database.ReplacementExample.NEW;
import static io.appenv.operator.database.ReplacementExample.SNAPSHOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.DataSnapshot;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DeletionPolicy;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.InstanceOrigins;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a copy has replaced goes only where its data can be restored, or nobody wants them. */
class FormerInstanceTest {

  private final ReplacementExample example = new ReplacementExample();
  private final SimulatedDatabase aws = example.aws;

  @BeforeEach
  void replace() {
    example.complete();
    aws.instance().origin = InstanceOrigins.createdAt(aws.instance().origin, Instant.EPOCH);
    example.passes.now = Instant.EPOCH.plus(Duration.ofDays(7));
  }

  @Test
  void itsSnapshotIsTheCopyThatStays() {
    assertThat(taken()).isEmpty();
  }

  @Test
  void aFailedSnapshotIsNoCopy() {
    snapshots(it -> SimulatedDatabase.copy(it.name(), "failed", it.source(), it.tags()));
    assertThat(taken()).contains(LAST_SNAPSHOT);
  }

  @Test
  void aSnapshotOfSomebodyElseIsNoCopy() {
    snapshots(it -> SimulatedDatabase.copy(it.name(), it.status(), it.source(), Map.of()));
    assertThat(taken()).contains(LAST_SNAPSHOT);
  }

  @Test
  void theSnapshotOfAnotherReplacementIsNoCopy() {
    snapshots(
        it ->
            SimulatedDatabase.copy(
                it.name().replace(SNAPSHOT, "earlier"), it.status(), it.source(), it.tags()));
    assertThat(taken()).contains(LAST_SNAPSHOT);
  }

  @Test
  void whatNobodyHasLookedForIsNotMissing() {
    aws.snapshotsUnseen = true;
    assertThat(example.passes.plan(example.wanted).actions()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"backing-up", "modifying", "stopped", "dreaming"})
  void itIsKeptInAStateInWhichItIsNotKnownToBeWhole(String status) {
    aws.former().status = status;
    assertThat(example.passes.plan(example.wanted).actions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"modifying,MODIFYING", "backing-up,DELETING", "dreaming,UNKNOWN_STATE"})
  void withItsEnvironmentItGoesOnceAwsTakesTheCall(String status, Reason reason) {
    aws.former().status = status;
    aws.instance = null;
    var plan = deletion(example.wanted);
    assertThat(plan.actions()).isEmpty();
    assertThat(plan.findings())
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).isEqualTo(reason));
  }

  @ParameterizedTest
  @ValueSource(strings = {"available", "storage-optimization", "storage-full", "stopped", "failed"})
  void itIsFirstUnprotectedThenDeleted(String status) {
    aws.former().status = status;
    aws.instance = null;
    assertThat(deletion(example.wanted).actions())
        .extracting(it -> it.action().operation())
        .containsExactly("ModifyDBInstance", "DeleteDBInstance");
  }

  /** A copy is left out only where both the policy and the confirmation say so. */
  @ParameterizedTest
  @EnumSource(names = {"SNAPSHOT", "DELETE"})
  void withoutItsSnapshotOneIsTakenUnlessNoneIsWanted(DeletionPolicy policy) {
    aws.replacementCopies.clear();
    aws.instance = null;
    assertThat(taken(deletion(deleting(policy, false)))).contains(LAST_SNAPSHOT);
    assertThat(taken(deletion(deleting(policy, true))))
        .isEqualTo(policy == DeletionPolicy.DELETE ? Optional.empty() : Optional.of(LAST_SNAPSHOT));
  }

  private static Desired deleting(DeletionPolicy policy, boolean confirmed) {
    return DatabaseExample.production(
        it -> {
          it.kmsKeyId = Optional.of(NEW);
          it.deletionPolicy = policy;
          it.confirmed = confirmed;
        });
  }

  private Plan deletion(Desired desired) {
    return new DatabasePlanner().delete(desired, aws.observed(desired), IntentRecord.none());
  }

  private Optional<String> taken() {
    return taken(example.passes.plan(example.wanted));
  }

  /** The snapshot that is taken when the former instance is deleted. */
  private static Optional<String> taken(Plan plan) {
    return plan.actions().stream()
        .map(it -> it.action())
        .filter(DatabaseAction.DeleteInstance.class::isInstance)
        .map(DatabaseAction.DeleteInstance.class::cast)
        .peek(it -> assertThat(it.identifier()).isEqualTo(FORMER))
        .findFirst()
        .orElseThrow()
        .finalSnapshot();
  }

  private void snapshots(UnaryOperator<DataSnapshot> change) {
    aws.replacementCopies.replaceAll(change);
  }
}
