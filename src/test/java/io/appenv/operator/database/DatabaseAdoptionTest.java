package io.appenv.operator.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.ChangePolicy;
import io.appenv.operator.model.Consent;
import io.appenv.operator.model.Custody;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.GovernedCalls;
import io.appenv.operator.model.InstanceOrigin;
import io.appenv.operator.model.InstanceSurroundings;
import io.appenv.operator.model.InstanceSwitches;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Timing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of an instance that a spec names, before and after both sides have agreed. */
class DatabaseAdoptionTest {

  private static final String CONSENT = "shop/production";

  private final DatabasePlanner planner = new DatabasePlanner();
  private final SimulatedDatabase aws = new SimulatedDatabase();
  private final DatabasePasses passes = new DatabasePasses(aws);

  @Test
  void nothingIsCreatedUnderANameToBeAdopted() {
    var plan = plan(adopting());
    assertThat(plan.actions()).isEmpty();
    assertThat(reasons(plan)).containsExactly(Reason.ADOPTION_TARGET_MISSING);
  }

  @Test
  void withoutConsentItIsNotOursAndTheRemedyIsACommand() {
    exists();
    var plan = plan(adopting());
    assertThat(plan.actions()).isEmpty();
    assertThat(reasons(plan)).containsExactly(Reason.NOT_OURS);
    assertThat(plan.findings().getFirst().message())
        .contains("aws rds add-tags-to-resource --resource-name arn:aws:rds")
        .contains("--tags Key=appenv.io/adoptable-by,Value=shop/production");
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop/staging", "other/production", "adopted", "production", ""})
  void consentOfOthersIsNoConsent(String value) {
    exists();
    aws.instance().tags.put(Consent.TAG, value);
    assertThat(reasons(plan(adopting()))).containsExactly(Reason.NOT_OURS);
  }

  @ParameterizedTest
  @CsvSource({
    "'', NOT_OURS",
    "appenv.io/retained, ",
    "appenv.io/released, ",
  })
  void whatAnEnvironmentOfThisNameLeftBehindIsFreeAndWhatItStillHasIsNot(
      String mark, Reason reason) {
    exists();
    aws.instance()
        .tags
        .putAll(
            Map.of(
                Ownership.CLUSTER, "lost-cluster",
                Ownership.NAMESPACE, "shop",
                Ownership.NAME, "production",
                Ownership.UID, "former-uid"));
    if (!mark.isEmpty()) {
      aws.instance().tags.put(mark, "true");
    }
    var plan = plan(adopting());
    if (reason == null) {
      assertThat(plan.findings()).isEmpty();
      assertThat(plan.actions()).isNotEmpty();
    } else {
      assertThat(reasons(plan)).containsExactly(reason);
    }
  }

  @ParameterizedTest
  @EnumSource(ChangePolicy.class)
  void nothingIsCalledBeforeApprovalUnderWhateverPolicy(ChangePolicy policy) {
    consenting();
    aws.instance().instanceClass = "db.m6g.large";
    passes.governed().under(policy);
    var before = aws.observed();

    passes.apply(adopting());

    assertThat(passes.governed().made()).isEmpty();
    assertThat(aws.observed()).isEqualTo(before);
    assertThat(passes.plan(adopting()).actions().getFirst().timing())
        .isEqualTo(policy == ChangePolicy.PLAN_ONLY ? Timing.NOT_AT_ALL : Timing.AFTER_APPROVAL);
  }

  @Test
  void thePlanShowsAllThatWouldBeChangedAfterIt() {
    consenting();
    aws.instance().instanceClass = "db.m6g.large";
    aws.instance().deletionProtection = false;
    assertThat(operations(plan(adopting())))
        .containsExactly(
            "AddTagsToResource NOW",
            "ModifyDBInstance AFTER_PREVIOUS",
            "AddTagsToResource AFTER_PREVIOUS",
            "ModifyDBInstance AFTER_PREVIOUS",
            "ModifyDBInstance AFTER_PREVIOUS");
    assertThat(plan(adopting()).actions().get(1).reason())
        .contains("user shopadmin")
        .contains("clients that use the former one must be given it");
  }

  @ParameterizedTest
  @EnumSource(
      value = ChangePolicy.class,
      names = {"AUTO", "APPROVE_DISRUPTIVE", "APPROVE_ALL"})
  void oneApprovalCarriesOutWhatThePlanListed(ChangePolicy policy) {
    consenting();
    aws.instance().instanceClass = "db.m6g.large";
    passes.governed().under(policy);
    var plan = passes.plan(adopting());
    passes.governed().under(policy, plan.hash());

    passes.apply(adopting());

    assertThat(passes.governed().made()).isEqualTo(GovernedCalls.promised(plan));
    aws.maintenanceWindow();
    assertThat(plan(adopting())).isEqualTo(Plan.empty());
    assertThat(aws.instance().tags)
        .containsEntry(Ownership.UID, "uid-1")
        .containsEntry(Consent.TAG, "adopted")
        .containsEntry("team", "shop");
    assertThat(aws.subnetGroup).isNull();
    assertThat(aws.parameterGroup).isNull();
    assertThat(aws.instance().parameterGroup).isEqualTo("shop-parameters");
  }

  @Test
  void aConsentCountsOnce() {
    taken();
    aws.instance().tags.put(Ownership.CLUSTER, "cluster-2");
    aws.instance().tags.put(Ownership.UID, "uid-2");
    assertThat(reasons(plan(adopting()))).containsExactly(Reason.NOT_OURS);
  }

  @ParameterizedTest
  @CsvSource({
    "aurora-postgresql, true, vpc-1, false, false, the engine aurora-postgresql",
    "postgres, false, vpc-1, false, false, is not encrypted",
    "postgres, true, vpc-2, false, false, lives in vpc-2",
    "postgres, true, vpc-1, true, false, is a read replica",
    "postgres, true, vpc-1, false, true, managed by AWS",
  })
  void whatCannotBeChangedInPlaceIsRefused(
      String engine,
      boolean encrypted,
      String vpc,
      boolean replica,
      boolean managed,
      String sentence) {
    consenting();
    aws.instance().origin =
        new InstanceOrigin(
            engine,
            encrypted,
            vpc,
            "root",
            Optional.empty(),
            replica,
            managed,
            Optional.of(SimulatedInstance.KEY),
            Optional.empty(),
            InstanceSurroundings.none());
    refused(sentence);
  }

  @Test
  void whatNoSpecSaysIsRefused() {
    consenting();
    aws.instance().storageType = "standard";
    refused("has storage of type standard");
    consenting();
    aws.instance().backupRetentionDays = 0;
    refused("has no automated backups");
    consenting();
    aws.instance().engineVersion = "12.19";
    refused("runs PostgreSQL 12.19");
    consenting();
    aws.instance().instanceClass = "db.r5.large.tpc1.mem2x";
    refused("which no spec can name");
    consenting();
    aws.instance().switches = new InstanceSwitches(true, true, true);
    refused("is publicly accessible");
  }

  @Test
  void whatTheSpecAsksInVainIsToldInsteadOfAPlan() {
    consenting();
    aws.instance().storageGib = 500;
    var plan = plan(adopting());
    assertThat(plan.actions()).isEmpty();
    assertThat(reasons(plan)).containsExactly(Reason.CHANGE_REFUSED);
    assertThat(plan.findings().getFirst().message()).contains("status.adoption has a patch");
  }

  @Test
  void whileAwsIsAtWorkOnItNobodyIsAsked() {
    consenting();
    aws.instance().status = "modifying";
    assertThat(plan(adopting()).actions()).isEmpty();
    assertThat(reasons(plan(adopting()))).containsExactly(Reason.MODIFYING);
  }

  @Test
  void anEnvironmentHasOneDatabaseOnly() {
    consenting();
    var other = aws.instance().seen().tagged(Ownership.tags(DatabaseExample.ENVIRONMENT));
    aws.elsewhere = Optional.of(other);
    assertThat(reasons(plan(adopting()))).containsExactly(Reason.ADOPTION_REFUSED);
    aws.instance = null;
    var plan = plan(DatabaseExample.production());
    assertThat(plan.actions()).isEmpty();
    assertThat(plan.findings().getFirst().message())
        .contains("has database shop-db already")
        .contains("spec.database.release");
  }

  @Test
  void besideWhatALostClusterRetainedNoEmptyOneIsCreated() {
    exists();
    var left =
        aws.instance()
            .seen()
            .tagged(
                Map.of(
                    Ownership.CLUSTER, "lost-cluster",
                    Ownership.NAMESPACE, "shop",
                    Ownership.NAME, "production",
                    Ownership.RETAINED, "true"));
    aws.elsewhere = Optional.of(left);
    aws.instance = null;
    var plan = plan(DatabaseExample.production());
    assertThat(plan.actions()).isEmpty();
    assertThat(reasons(plan)).containsExactly(Reason.NOT_OURS);
    assertThat(plan.findings().getFirst().message())
        .contains("spec.database.adopt.identifier: shop-db");
  }

  @Test
  void anAdoptedOneThatVanishedIsAnAlarm() {
    taken();
    aws.instance = null;
    var last = passes.plan(adopting());
    assertThat(last.actions()).isEmpty();
    assertThat(reasons(last)).containsExactly(Reason.DATA_STORE_MISSING);
  }

  @Test
  void aReleasedOneIsMarkedAndThenLeftAlone() {
    taken();
    var released = adopting(it -> it.custody = new Custody(true, true));
    assertThat(operations(plan(released))).containsExactly("AddTagsToResource NOW");
    passes.apply(released);
    assertThat(aws.instance().tags).containsEntry(Ownership.RELEASED, "true");

    aws.instance().deletionProtection = false;
    aws.instance().storageGib = 500;
    assertThat(plan(released)).isEqualTo(Plan.empty());
    assertThat(passes.delete(released)).isEqualTo(Plan.empty());
    aws.instance = null;
    assertThat(plan(released)).isEqualTo(Plan.empty());
  }

  @Test
  void oneThatTheOperatorMadeIsReleasedWithItsGroups() {
    passes.apply(DatabaseExample.production());
    var released = DatabaseExample.production(it -> it.custody = new Custody(false, true));
    passes.apply(released);
    aws.calls.clear();
    assertThat(passes.delete(released)).isEqualTo(Plan.empty());
    assertThat(aws.calls).isEmpty();
    assertThat(aws.subnetGroup).isNotNull();
  }

  @Test
  void theDeletionOfAnEnvironmentReleasesWhatShallBeReleased() {
    passes.apply(DatabaseExample.production());
    passes.delete(DatabaseExample.production(it -> it.custody = new Custody(false, true)));
    assertThat(aws.instance().tags).containsEntry(Ownership.RELEASED, "true");
  }

  @Test
  void whatWasReleasedIsTakenBackByApprovalOnly() {
    passes.apply(DatabaseExample.production());
    passes.apply(DatabaseExample.production(it -> it.custody = new Custody(false, true)));
    passes.governed().under(ChangePolicy.AUTO);
    passes.apply(DatabaseExample.production());
    assertThat(passes.governed().made()).isEmpty();

    var hash = passes.plan(DatabaseExample.production()).hash();
    passes.governed().under(ChangePolicy.AUTO, hash);
    passes.apply(DatabaseExample.production());

    assertThat(aws.instance().tags).containsEntry(Ownership.RELEASED, "false");
    assertThat(passes.governed().made()).hasSize(1);
  }

  @Test
  void oneThatIsNotTakenOverIsNotDeletedWithTheEnvironment() {
    consenting();
    aws.calls.clear();
    passes.delete(adopting());
    assertThat(aws.calls).isEmpty();
  }

  @Test
  void anAdoptedOneIsDeletedAsThePolicySays() {
    taken();
    passes.delete(adopting());
    assertThat(aws.instance).isNull();
    assertThat(aws.snapshot).isNotNull();
  }

  @Test
  void withoutAdoptTheRemedyForOneOfALostClusterIsToAdoptIt() {
    passes.apply(DatabaseExample.production());
    aws.instance().tags.put(Ownership.CLUSTER, "lost-cluster");
    var plan = plan(DatabaseExample.production());
    assertThat(reasons(plan)).containsExactly(Reason.NOT_OURS);
    assertThat(plan.findings().getFirst().message())
        .contains("spec.database.adopt.identifier: " + DatabaseExample.IDENTIFIER);
  }

  private void refused(String sentence) {
    var plan = plan(adopting());
    assertThat(plan.actions()).isEmpty();
    assertThat(reasons(plan)).containsExactly(Reason.ADOPTION_REFUSED);
    assertThat(plan.findings().getFirst().message()).contains(sentence);
  }

  private void exists() {
    var created = new SimulatedInstance(DatabaseExample.database(adopting()));
    created.status = "available";
    created.tags.clear();
    created.tags.put("team", "shop");
    created.parameterGroup = "shop-parameters";
    created.subnetGroup = "shop-subnets";
    created.switches = new InstanceSwitches(false, false, true);
    created.origin =
        new InstanceOrigin(
            "postgres",
            true,
            "vpc-1",
            "shopadmin",
            Optional.of("shop"),
            false,
            false,
            Optional.of(SimulatedInstance.KEY),
            Optional.empty(),
            InstanceSurroundings.none());
    aws.instance = created;
  }

  private void consenting() {
    exists();
    aws.instance().tags.put(Consent.TAG, CONSENT);
  }

  private void taken() {
    consenting();
    passes.governed().under(ChangePolicy.AUTO, passes.plan(adopting()).hash());
    passes.apply(adopting());
    passes.governed().under(ChangePolicy.AUTO);
  }

  private Plan plan(Desired desired) {
    return planner.apply(desired, aws.observed(), IntentRecord.none());
  }

  private static Desired adopting() {
    return adopting(_ -> {});
  }

  private static Desired adopting(Consumer<DatabaseExample> change) {
    return DatabaseExample.production(
        it -> {
          it.identifier = "shop-db";
          it.custody = new Custody(true, false);
          change.accept(it);
        });
  }

  private static List<String> operations(Plan plan) {
    return plan.actions().stream().map(it -> it.action().operation() + " " + it.timing()).toList();
  }

  private static List<Reason> reasons(Plan plan) {
    return plan.findings().stream().map(Failure::reason).toList();
  }
}
