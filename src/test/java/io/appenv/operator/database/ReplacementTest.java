package io.appenv.operator.database;

import static io.appenv.operator.database.ReplacementExample.FORMER;
import static io.appenv.operator.database.ReplacementExample.LAST_SNAPSHOT;
import static io.appenv.operator.database.ReplacementExample.NEW;
import static io.appenv.operator.database.ReplacementExample.OLD;
import static io.appenv.operator.database.ReplacementExample.SNAPSHOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.ChangePolicy;
import io.appenv.operator.model.Consent;
import io.appenv.operator.model.Custody;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DeletionPolicy;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.GovernedCalls;
import io.appenv.operator.model.InstanceOrigins;
import io.appenv.operator.model.Interruption;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A copy with another key takes the place of a database, or does not. */
class ReplacementTest {

  private final ReplacementExample example = new ReplacementExample();
  private final SimulatedDatabase aws = example.aws;
  private final DatabasePasses passes = example.passes;
  private final Desired before = example.before;
  private final Desired wanted = example.wanted;

  @Test
  void thePlanSaysAllOfItAndAsks() {
    var plan = passes.plan(wanted);
    assertThat(plan.actions())
        .extracting(it -> it.action().operation())
        .containsExactly(
            "AddTagsToResource",
            "ModifyDBInstance",
            "CreateDBSnapshot",
            "CopyDBSnapshot",
            "RestoreDBInstanceFromDBSnapshot",
            "ModifyDBInstance",
            "AddTagsToResource");
    assertThat(plan.actions()).allMatch(PlannedAction::asked);
    var first = plan.actions().getFirst();
    assertThat(first.changeClass()).isEqualTo(ChangeClass.REPLACE);
    assertThat(first.interruption()).isEqualTo(Interruption.REPLACEMENT);
    assertThat(first.reason()).contains(OLD, NEW);
  }

  @Test
  void withoutTheWishTheKeyIsRefused() {
    var plan = passes.plan(with(it -> it.kmsKeyId = Optional.of(NEW)));
    assertThat(plan.actions()).isEmpty();
    assertThat(plan.findings())
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).isEqualTo(Reason.CHANGE_REFUSED))
        .satisfies(it -> assertThat(it.message()).contains("spec.database.replacement", OLD));
  }

  @Test
  void whatIsEncryptedAsDeclaredIsLeftAlone() {
    assertThat(
            passes.plan(
                with(
                    it -> {
                      it.kmsKeyId = Optional.of(SimulatedInstance.arn(OLD));
                      it.replaces = true;
                    })))
        .isEqualTo(Plan.empty());
    assertThat(passes.plan(with(it -> it.kmsKeyId = Optional.of("alias/shop"))))
        .isEqualTo(Plan.empty());
  }

  @Test
  void theCopyServesUnderTheNameAndTheReplacedOneIsKept() {
    aws.instance().tags.put(Ownership.CREDENTIALS, "secret-1");
    example.complete();
    assertThat(aws.instance().seen().origin().kmsKeyId()).contains(SimulatedInstance.arn(NEW));
    assertThat(aws.instance().seen().identifier()).isEqualTo(DatabaseExample.IDENTIFIER);
    assertThat(aws.former().seen().identifier()).isEqualTo(FORMER);
    assertThat(aws.former().seen().origin().kmsKeyId()).contains(SimulatedInstance.arn(OLD));
    assertThat(aws.instance().tags).containsEntry(Ownership.CREDENTIALS, "secret-1");
    assertThat(aws.calls).noneMatch(DatabaseAction.DeleteInstance.class::isInstance);
    assertThat(passes.apply(wanted)).isEqualTo(Plan.empty());
  }

  @Test
  void nothingIsRenamedWhileAPodIsLeft() {
    passes.idle = false;
    example.begin();
    var plan = passes.plan(wanted);
    assertThat(plan.actions()).noneMatch(PlannedAction::isCalledNow);
    assertThat(plan.findings())
        .singleElement()
        .isInstanceOf(Failure.Waiting.class)
        .satisfies(it -> assertThat(it.reason()).isEqualTo(Reason.REPLACING));
    assertThat(aws.former).isNull();
  }

  @Test
  void itIsBegunInTheWindowAndGoesOnBeyond() {
    example.approve();
    passes.apply(wanted);
    assertThat(aws.calls).isEmpty();
    assertThat(passes.plan(wanted).actions().getFirst().timing())
        .isEqualTo(Timing.WHEN_WINDOW_OPENS);
    passes.stepInWindow(wanted);
    aws.settle();
    passes.apply(wanted);
    assertThat(aws.former).isNotNull();
  }

  @Test
  void beforeTheRenamingTheWishCanBeTakenBack() {
    passes.idle = false;
    example.begin();
    assertThat(passes.apply(before)).isEqualTo(Plan.empty());
    assertThat(aws.instance().tags).containsEntry(Ownership.REPLACEMENT, "abandoned");
    assertThat(aws.former).isNull();
  }

  @Test
  void beforeTheCopyIsThereTheWishCanBeTakenBack() {
    passes.idle = false;
    example.begin();
    aws.instance().rename(FORMER);
    aws.former = aws.instance;
    aws.instance = null;
    aws.settle();
    assertThat(passes.apply(before)).isEqualTo(Plan.empty());
    assertThat(aws.instance().seen().identifier()).isEqualTo(DatabaseExample.IDENTIFIER);
    assertThat(aws.former).isNull();
    passes.idle = true;
    example.complete();
    assertThat(aws.former().seen().origin().kmsKeyId()).contains(SimulatedInstance.arn(OLD));
    assertThat(aws.replacementCopies).extracting(it -> it.name()).contains(SNAPSHOT);
  }

  /** A snapshot of before the wish was taken back lacks what was written since. */
  @Test
  void aSecondTryTakesASnapshotOfItsOwn() {
    passes.idle = false;
    example.begin();
    aws.replacementCopies.add(SimulatedDatabase.copy(SNAPSHOT, "available", FORMER, tags()));
    passes.apply(before);
    passes.idle = true;
    example.complete();
    assertThat(aws.calls)
        .filteredOn(DatabaseAction.TakeSnapshot.class::isInstance)
        .extracting(it -> ((DatabaseAction.TakeSnapshot) it).snapshot())
        .containsExactly(SNAPSHOT.replaceAll("1$", "2"));
  }

  @Test
  void aCopyThatIsNotLikeTheReplacedOneServesNobody() {
    example.until(DatabaseAction.RestoreInstance.class);
    aws.instance().storageGib = 50;
    var plan = passes.plan(wanted);
    assertThat(plan.actions()).noneMatch(PlannedAction::isCalledNow);
    assertThat(plan.findings())
        .singleElement()
        .isInstanceOf(Failure.Terminal.class)
        .satisfies(it -> assertThat(it.reason()).isEqualTo(Reason.REPLACEMENT_FAILED))
        .satisfies(it -> assertThat(it.message()).contains("has 50 GiB", FORMER));
  }

  @Test
  void aFailedSnapshotIsNotCopied() {
    example.until(DatabaseAction.TakeSnapshot.class);
    aws.replacementCopies.replaceAll(
        it -> SimulatedDatabase.copy(it.name(), "failed", it.source(), it.tags()));
    var plan = passes.plan(wanted);
    assertThat(plan.actions()).noneMatch(PlannedAction::isCalledNow);
    assertThat(plan.findings())
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).isEqualTo(Reason.SNAPSHOT_FAILED));
  }

  @Test
  void readReplicasAreInTheWay() {
    aws.instance().origin = InstanceOrigins.followedBy(aws.instance().origin, "shop-reader");
    assertBlocked("shop-reader");
  }

  @Test
  void whatTheLastReplacementLeftIsInTheWay() {
    example.complete();
    assertThat(passes.plan(back()).findings())
        .singleElement()
        .satisfies(it -> assertThat(it.message()).contains(FORMER, "still kept"));
  }

  @Test
  void whatSomebodyElseHasUnderTheNameIsInTheWay() {
    var other = with(it -> it.identifier = FORMER);
    aws.former = new SimulatedInstance(DatabaseExample.database(other));
    aws.former().tags.clear();
    assertBlocked("not this environment's");
  }

  /** Else they would be listed in every sweep of the region for days. */
  @Test
  void whileTheReplacedOneIsKeptItsSnapshotsAreNotLookedFor() {
    assertThat(needsSnapshots(before, Instant.EPOCH)).isFalse();
    assertThat(needsSnapshots(wanted, Instant.EPOCH)).isTrue();
    example.complete();
    aws.instance().origin = InstanceOrigins.createdAt(aws.instance().origin, Instant.EPOCH);
    var end = Instant.EPOCH.plus(Duration.ofDays(7));
    assertThat(needsSnapshots(wanted, end.minusSeconds(1))).isFalse();
    assertThat(needsSnapshots(wanted, end)).isTrue();
    assertThat(needsSnapshots(back(), Instant.EPOCH)).isTrue();
    assertThat(
            DatabaseReplacement.needsSnapshots(wanted, aws.observed(wanted), true, Instant.EPOCH))
        .isTrue();
  }

  private boolean needsSnapshots(Desired desired, Instant now) {
    return DatabaseReplacement.needsSnapshots(desired, aws.observed(desired), false, now);
  }

  /** The key of before, after the replacement. */
  private static Desired back() {
    return with(
        it -> {
          it.kmsKeyId = Optional.of(OLD);
          it.replaces = true;
        });
  }

  @Test
  void afterItsTimeTheReplacedOneGoesOnceApproved() {
    example.complete();
    var created = Instant.parse("2026-11-01T12:00:00Z");
    aws.instance().origin = InstanceOrigins.createdAt(aws.instance().origin, created);
    passes.now = created.plus(Duration.ofDays(7)).minusSeconds(1);
    assertThat(passes.plan(wanted)).isEqualTo(Plan.empty());
    assertThat(DatabaseReplacement.keptUntil(wanted, aws.observed(wanted)))
        .contains(created.plus(Duration.ofDays(7)));

    passes.now = created.plus(Duration.ofDays(7));
    var plan = passes.plan(wanted);
    assertThat(plan.actions())
        .extracting(it -> it.action().operation())
        .containsExactly("ModifyDBInstance", "DeleteDBInstance");
    assertThat(plan.actions()).allMatch(PlannedAction::asked);
    passes.apply(wanted);
    assertThat(aws.former).isNotNull();

    passes.governed().under(ChangePolicy.AUTO, plan.hash());
    assertThat(passes.apply(wanted)).isEqualTo(Plan.empty());
    assertThat(aws.former).isNull();
    assertThat(aws.replacementCopies).extracting(it -> it.name()).contains(SNAPSHOT);
  }

  @Test
  void withoutItsSnapshotItGetsAnotherBeforeItGoes() {
    example.complete();
    aws.replacementCopies.clear();
    aws.instance().origin = InstanceOrigins.createdAt(aws.instance().origin, Instant.EPOCH);
    passes.now = Instant.EPOCH.plus(Duration.ofDays(8));
    passes.governed().under(ChangePolicy.AUTO, passes.plan(wanted).hash());
    passes.apply(wanted);
    assertThat(aws.replacementCopies).extracting(it -> it.name()).containsExactly(LAST_SNAPSHOT);
  }

  @Test
  void itIsKeptForAsLongAsTheCopyDoesNotServe() {
    example.complete();
    aws.instance().origin = InstanceOrigins.createdAt(aws.instance().origin, Instant.EPOCH);
    passes.now = Instant.EPOCH.plus(Duration.ofDays(8));
    aws.instance().status = "storage-full";
    assertThat(passes.plan(wanted).actions())
        .noneMatch(it -> it.action() instanceof DatabaseAction.DeleteInstance);
  }

  @Test
  void aLostCopyIsAnAlarmAndNothingIsDeletedOrMadeInItsPlace() {
    example.complete();
    aws.instance = null;
    var plan = passes.plan(wanted);
    assertThat(plan.actions()).isEmpty();
    assertThat(plan.findings())
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).isEqualTo(Reason.DATA_STORE_MISSING));
  }

  @Test
  void theEnvironmentTakesBothWithIt() {
    example.complete();
    passes.delete(wanted);
    assertThat(aws.instance).isNull();
    assertThat(aws.former).isNull();
    assertThat(aws.subnetGroup).isNull();
    assertThat(aws.snapshot).isNotNull();
    assertThat(aws.replacementCopies).extracting(it -> it.name()).contains(SNAPSHOT);
  }

  @Test
  void deletedInTheMiddleTheDataAreCopiedAllTheSame() {
    example.until(DatabaseAction.RenameInstance.class);
    passes.delete(wanted);
    assertThat(aws.former).isNull();
    assertThat(aws.instance).isNull();
    assertThat(aws.calls)
        .filteredOn(DatabaseAction.DeleteInstance.class::isInstance)
        .containsExactly(
            new DatabaseAction.DeleteInstance(FORMER, Optional.of(DatabaseExample.FINAL_SNAPSHOT)));
  }

  /** The copy may be lost, and with it what nobody confirmed to be unwanted. */
  @Test
  void withoutAConfirmationTheReplacedOneIsCopiedBeforeItGoes() {
    example.complete();
    aws.instance = null;
    aws.replacementCopies.clear();
    passes.delete(
        with(
            it -> {
              it.kmsKeyId = Optional.of(NEW);
              it.deletionPolicy = DeletionPolicy.DELETE;
            }));
    assertThat(aws.former).isNull();
    assertThat(aws.replacementCopies).extracting(it -> it.name()).containsExactly(LAST_SNAPSHOT);
  }

  @Test
  void retainedAreBoth() {
    example.complete();
    passes.delete(
        with(
            it -> {
              it.kmsKeyId = Optional.of(NEW);
              it.deletionPolicy = DeletionPolicy.RETAIN;
            }));
    assertThat(aws.instance().tags).containsEntry(Ownership.RETAINED, "true");
    assertThat(aws.former().tags).containsEntry(Ownership.RETAINED, "true");
  }

  /** Without a name nobody could take it over again. */
  @Test
  void whatIsUnderWayIsNotGivenUp() {
    example.until(DatabaseAction.RenameInstance.class);
    var released =
        with(
            it -> {
              it.kmsKeyId = Optional.of(NEW);
              it.replaces = true;
              it.custody = new Custody(false, true);
            });
    passes.apply(released);
    assertThat(aws.instance().seen().origin().kmsKeyId()).contains(SimulatedInstance.arn(NEW));
    assertThat(aws.instance().tags).containsEntry(Ownership.RELEASED, "true");
  }

  @Test
  void whatIsAdoptedWithoutEncryptionIsEncryptedByACopy() {
    var adopting =
        with(
            it -> {
              it.kmsKeyId = Optional.of(NEW);
              it.replaces = true;
              it.custody = new Custody(true, false);
            });
    aws.instance().origin = InstanceOrigins.unencrypted(aws.instance().origin);
    aws.instance().tags.clear();
    aws.instance().tags.put(Consent.TAG, Consent.value(DatabaseExample.ENVIRONMENT));
    var promised = passes.plan(adopting);
    passes.governed().under(ChangePolicy.AUTO, promised.hash());
    passes.apply(adopting);
    passes.applyInWindow(adopting);
    assertThat(passes.governed().made()).isEqualTo(GovernedCalls.promised(promised));
    assertThat(aws.instance().seen().origin().kmsKeyId()).contains(SimulatedInstance.arn(NEW));
    assertThat(aws.former().seen().origin().encrypted()).isFalse();
  }

  private void assertBlocked(String words) {
    var plan = passes.plan(wanted);
    assertThat(plan.actions()).isEmpty();
    assertThat(plan.findings())
        .singleElement()
        .isInstanceOf(Failure.Terminal.class)
        .satisfies(it -> assertThat(it.reason()).isEqualTo(Reason.CHANGE_REFUSED))
        .satisfies(it -> assertThat(it.message()).contains(words));
  }

  private static Map<String, String> tags() {
    return Ownership.tags(DatabaseExample.ENVIRONMENT);
  }

  private static Desired with(Consumer<DatabaseExample> change) {
    return DatabaseExample.production(change);
  }
}
