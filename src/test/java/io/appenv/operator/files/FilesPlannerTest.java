package io.appenv.operator.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Bucket;
import io.appenv.operator.model.BucketSetting;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Corrections;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DriftLedger;
import io.appenv.operator.model.DriftMemory;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.LifecycleRule;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.ObservedFiles;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.model.Standing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FilesPlannerTest {

  private static final Desired USUAL = Stored.usual();
  private static final String BUCKET = Stored.files(USUAL).bucket();

  private final FilesPlanner planner = new FilesPlanner();
  private final SimulatedStorage aws = new SimulatedStorage();

  private Plan apply(Desired desired) {
    return planner.apply(desired, aws.observed(desired, false), IntentRecord.none());
  }

  private Plan delete(Desired desired) {
    return planner.delete(desired, aws.observed(desired, true), IntentRecord.none());
  }

  private static List<String> operations(Plan plan) {
    return plan.actions().stream()
        .filter(PlannedAction::isCalledNow)
        .map(it -> it.action().operation())
        .toList();
  }

  @Test
  void itsNameIsThatOfTheEnvironmentAndNoOther() {
    assertThat(BUCKET).startsWith("appenv-shop-production-").endsWith("-files");
    assertThat(BUCKET).hasSizeLessThan(64);
  }

  @Test
  void allIsMadeInOneGo() {
    var plan = apply(USUAL);

    assertThat(operations(plan))
        .containsExactly(
            "CreateBucket",
            "PutPublicAccessBlock",
            "PutBucketOwnershipControls",
            "PutBucketPolicy",
            "PutBucketEncryption",
            "PutBucketVersioning",
            "PutBucketLifecycleConfiguration");
    aws.make(plan);
    assertThat(apply(USUAL).isSettled()).isTrue();
  }

  /** BK-2. */
  @Test
  void objectsMoveAfterThirtyAndNinetyDaysAndFormerVersionsToo() {
    aws.make(apply(USUAL));

    assertThat(aws.settings(BUCKET).get(BucketSetting.Lifecycle.FIELD))
        .isEqualTo(
            new BucketSetting.Lifecycle(
                List.of(
                    new LifecycleRule(
                        "appenv-tiers",
                        Map.of("STANDARD_IA", 30, "GLACIER", 90),
                        Map.of("STANDARD_IA", 30, "GLACIER", 90),
                        Optional.of(7),
                        Optional.empty()))));
    assertThat(aws.settings(BUCKET).get(BucketSetting.Versioning.FIELD))
        .isEqualTo(new BucketSetting.Versioning("Enabled"));
  }

  @Test
  void whatDiffersIsToldWithBothValuesAndPutBack() {
    aws.make(apply(USUAL));
    aws.set(BUCKET, new BucketSetting.Versioning("Suspended"));

    var plan = apply(USUAL);

    assertThat(plan.actions())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.action().operation()).isEqualTo("PutBucketVersioning");
              assertThat(it.reason()).isEqualTo("versioning Suspended -> Enabled");
            });
  }

  /** A rule that deletes would end what versions are kept for. */
  @Test
  void aRuleOfSomebodyElseIsTakenAway() {
    aws.make(apply(USUAL));
    aws.set(
        BUCKET,
        new BucketSetting.Lifecycle(
            List.of(
                LifecycleRule.tiers(30, 90),
                new LifecycleRule(
                    "cleanup",
                    Map.of(),
                    Map.of(),
                    Optional.empty(),
                    Optional.of("deletes objects")))));

    assertThat(operations(apply(USUAL))).containsExactly("PutBucketLifecycleConfiguration");
    assertThat(apply(USUAL).actions().getFirst().reason()).contains("cleanup", "deletes objects");
  }

  @Test
  void corsIsTakenAwayAgain() {
    var asking =
        Stored.desired(
            "cors: [{allowedOrigins: ['https://shop.example.com'], allowedMethods: [PUT]}]", "");
    aws.make(apply(asking));
    assertThat(apply(asking).isSettled()).isTrue();

    assertThat(operations(apply(USUAL))).containsExactly("DeleteBucketCors");
  }

  @Test
  void aKeyIsMetByItsArn() {
    var key = "0a1b2c3d-0000-4000-8000-000000000000";
    var encryption = BucketSetting.Encryption.with(Optional.of(key));
    var arn = "arn:aws:kms:ap-northeast-1:111122223333:key/" + key;

    assertThat(encryption.isMetBy(BucketSetting.Encryption.with(Optional.of(arn)))).isTrue();
    assertThat(encryption.isMetBy(BucketSetting.Encryption.with(Optional.of(arn + "4")))).isFalse();
    assertThat(encryption.isMetBy(BucketSetting.Encryption.with(Optional.empty()))).isFalse();
    assertThat(
            BucketSetting.Encryption.with(Optional.of("alias/shop"))
                .isMetBy(BucketSetting.Encryption.with(Optional.of(arn))))
        .isTrue();
  }

  @Test
  void whatIsLeftByPolicyIsNotCalled() {
    aws.make(apply(USUAL));
    aws.set(BUCKET, new BucketSetting.Versioning("Suspended"));
    var recorded =
        IntentRecord.none()
            .under(
                new DriftLedger(
                    DriftMemory.none(),
                    Map.of(
                        Component.FILES,
                        new Corrections(Set.of(BucketSetting.Versioning.FIELD), Map.of()))));

    assertThat(planner.apply(USUAL, aws.observed(USUAL, false), recorded).isSettled()).isTrue();
    assertThat(planner.standings(USUAL, aws.observed(USUAL, false)).get(Component.FILES))
        .filteredOn(it -> it.deviation().isPresent())
        .singleElement()
        .extracting(Standing::path)
        .isEqualTo("files.versioning");
  }

  @Test
  void anotherOwnersBucketIsLeftAlone() {
    aws.make(BUCKET, Map.of("team", "other"));
    aws.put(BUCKET, "theirs");

    assertThat(apply(USUAL).actions()).isEmpty();
    assertThat(apply(USUAL).findings())
        .singleElement()
        .extracting(Failure::reason)
        .isEqualTo(Reason.NOT_OURS);
    assertThat(delete(Stored.deleting(true)).isSettled()).isTrue();
  }

  @Test
  void oneOfAnotherRegionIsTold() {
    var unseen = Observed.unseen();
    var elsewhere =
        new Bucket(BUCKET, "arn:aws:s3:::" + BUCKET, Optional.of("eu-west-1"), Map.of(), List.of());

    var plan =
        planner.apply(
            USUAL,
            new Observed(
                unseen.securityGroups(),
                unseen.database(),
                unseen.cache(),
                unseen.certificate(),
                unseen.certificates(),
                new ObservedFiles(Sighting.present(elsewhere), Optional.empty())),
            IntentRecord.none());

    assertThat(plan.actions()).isEmpty();
    assertThat(plan.findings())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.reason()).isEqualTo(Reason.NAME_TAKEN);
              assertThat(it.message()).contains("eu-west-1", "spec.files.bucketName");
            });
  }

  @Test
  void oneThatWasLostIsNotMadeAnew() {
    var recorded = new IntentRecord(Set.of(), Set.of(Stored.files(USUAL).ref()));

    var plan = planner.apply(USUAL, aws.observed(USUAL, false), recorded);

    assertThat(plan.actions()).isEmpty();
    assertThat(plan.findings())
        .singleElement()
        .extracting(Failure::reason)
        .isEqualTo(Reason.DATA_STORE_MISSING);
  }

  @Test
  void nothingIsPlannedBeforeItWasLookedAt() {
    var plan = planner.apply(USUAL, Observed.unseen(), IntentRecord.none());

    assertThat(plan.actions()).isEmpty();
    assertThat(plan.findings()).extracting(Failure::reason).containsExactly(Reason.OBSERVING);
    aws.make(apply(USUAL));
    assertThat(planner.delete(USUAL, aws.observed(USUAL, false), IntentRecord.none()).actions())
        .as("what nobody looked into")
        .isEmpty();
  }

  @Test
  void anEmptyOneGoes() {
    aws.make(apply(USUAL));

    aws.make(delete(USUAL));

    assertThat(aws.has(BUCKET)).isFalse();
    assertThat(delete(USUAL).isSettled()).isTrue();
  }

  @Test
  void oneThatHoldsSomethingStaysAndSaysSo() {
    aws.make(apply(USUAL));
    aws.put(BUCKET, "invoice.pdf");

    aws.make(delete(USUAL));

    assertThat(delete(USUAL).isSettled()).isTrue();
    assertThat(aws.held(BUCKET)).isEqualTo(1);
    assertThat(aws.tags(BUCKET)).containsEntry(Ownership.RETAINED, "true");
  }

  @Test
  void nothingIsDestroyedUnconfirmed() {
    aws.make(apply(USUAL));
    aws.put(BUCKET, "invoice.pdf");

    var plan = delete(Stored.deleting(false));

    assertThat(plan.actions()).isEmpty();
    assertThat(plan.findings())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.reason()).isEqualTo(Reason.CONFIRMATION_MISSING);
              assertThat(it.message()).contains("confirmDeletion to production");
            });
  }

  @Test
  void whatIsConfirmedIsEmptiedInBatchesAndGoes() {
    aws.make(apply(USUAL));
    for (var object = 0; object < 2 * SimulatedStorage.BATCH + 1; object++) {
      aws.put(BUCKET, "object-" + object);
    }
    aws.calls.clear();
    var confirmed = Stored.deleting(true);
    for (var pass = 0; pass < 5; pass++) {
      aws.make(delete(confirmed));
    }

    assertThat(aws.calls)
        .containsExactly("DeleteObjects", "DeleteObjects", "DeleteObjects", "DeleteBucket");
    assertThat(aws.has(BUCKET)).isFalse();
  }

  /** As somebody does who takes over what an earlier environment of the name left. */
  @Test
  void oneThatIsTaggedAsItsOwnIsKeptAsDeclared() {
    aws.make(BUCKET, Stored.files(USUAL).tags());
    aws.make(
        new io.appenv.operator.model.FileAction.PutTags(
            BUCKET,
            Map.of(
                Ownership.UID,
                USUAL.environment().uid(),
                Ownership.CLUSTER,
                USUAL.environment().cluster(),
                Ownership.RETAINED,
                "true",
                "team",
                "shop")));

    aws.make(apply(USUAL));

    assertThat(apply(USUAL).isSettled()).isTrue();
    assertThat(aws.tags(BUCKET))
        .containsEntry("team", "shop")
        .containsEntry(Ownership.RETAINED, "false")
        .containsAllEntriesOf(Stored.files(USUAL).tags());
  }
}
