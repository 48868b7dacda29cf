package io.appenv.operator.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.ChangePolicy;
import io.appenv.operator.model.Custody;
import io.appenv.operator.model.DataSnapshot;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.ParameterGroup;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What has to be so before an upgrade to another major version, and what comes of each mishap. */
class MajorUpgradeTest {

  private static final String COPY = DatabaseExample.UPGRADE_SNAPSHOT + "-1";

  private final SimulatedDatabase aws = new SimulatedDatabase();
  private final DatabasePasses passes = new DatabasePasses(aws);
  private final DatabasePlanner planner = new DatabasePlanner();
  private final Desired former = DatabaseExample.production(it -> it.version = "16");
  private final Desired later = DatabaseExample.production();

  @BeforeEach
  void create() {
    passes.apply(former);
  }

  @Test
  void thePlanIsCompleteAndAsksOfWhatCannotBeTakenBack() {
    var plan = plan(later);
    assertThat(plan.actions())
        .extracting(it -> it.action().operation())
        .containsExactly(
            "CreateDBParameterGroup",
            "ModifyDBParameterGroup",
            "CreateDBSnapshot",
            "ModifyDBInstance",
            "AddTagsToResource",
            "RebootDBInstance",
            "DeleteDBParameterGroup");
    assertThat(plan.actions().subList(0, 5)).allMatch(PlannedAction::asked);
    assertThat(plan.findings()).isEmpty();
    assertThat(upgrade(plan).version()).isEqualTo("17.6");
    assertThat(upgrade(plan).parameterGroup()).isEqualTo(DatabaseExample.PARAMETER_GROUP);
  }

  @Test
  void aDeclaredMinorVersionIsTheTarget() {
    assertThat(upgrade(plan(with(it -> it.version = "17.5"))).version()).isEqualTo("17.5");
    assertRefused(with(it -> it.version = "17.9"), Reason.CHANGE_REFUSED, "only to 17.5, 17.6");
  }

  @Test
  void nothingIsPlannedBeforeRdsHasSaidWhatItOffers() {
    var plan = planner.apply(later, aws.observed(), IntentRecord.none());
    assertThat(plan.actions()).isEmpty();
    assertThat(plan.findings())
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).isEqualTo(Reason.OBSERVING))
        .isInstanceOf(Failure.Waiting.class);
  }

  @Test
  void withoutBackupsThereIsNone() {
    assertRefused(
        with(it -> it.backupRetentionDays = 0), Reason.CHANGE_REFUSED, "backup.pointInTime");
  }

  @Test
  void parametersThatTheNewFamilyLacksAreToldBeforeAnythingIsMade() {
    assertRefused(
        with(it -> it.parameters = Map.of("rds.force_ssl", "1", "wrok_mem", "1")),
        Reason.INVALID_REQUEST,
        "wrok_mem, which family postgres17 does not have");
  }

  @Test
  void aClassThatDoesNotRunTheNewVersionIsToldBeforeAnythingIsMade() {
    aws.unsuited.add("db.t3.medium");
    assertRefused(later, Reason.CHANGE_REFUSED, "does not run PostgreSQL 17.6 on db.t3.medium");
  }

  /** It is changed first, so what counts is the class that the upgrade will find. */
  @Test
  void aClassThatIsDeclaredTogetherWithTheVersionIsTheOneThatCounts() {
    aws.unsuited.add("db.t3.medium");
    var larger = with(it -> it.instanceClass = "db.m7g.large");
    assertThat(plan(larger).findings()).isEmpty();
    assertThat(upgrade(plan(larger)).version()).isEqualTo("17.6");

    aws.unsuited.add("db.m7g.large");
    assertThat(plan(larger).findings())
        .anySatisfy(it -> assertThat(it.message()).contains("on db.m7g.large"));
    assertThat(plan(larger).actions())
        .noneMatch(it -> it.action() instanceof DatabaseAction.UpgradeInstance);
  }

  @Test
  void nothingIsPlannedBeforeRdsHasSaidWhatRunsOnTheClass() {
    aws.unasked = true;
    assertThat(plan(later).actions()).isEmpty();
    assertThat(plan(later).findings())
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).isEqualTo(Reason.OBSERVING));
  }

  @Test
  void anAdoptedDatabaseIsUpgradedByItsOwner() {
    aws.instance().tags.putAll(Ownership.tags(DatabaseExample.ENVIRONMENT));
    var adopted = with(it -> it.custody = new Custody(true, false));
    assertRefused(adopted, Reason.CHANGE_REFUSED, "upgrade appenv-shop-production in RDS");
  }

  @Test
  void aSnapshotOfAnothersIsNeitherUsedNorPassedOver() {
    aws.copies.add(copy("available", DatabaseExample.IDENTIFIER, Map.of()));
    assertRefused(later, Reason.SNAPSHOT_FAILED, COPY + " bears a name the upgrade needs");
    aws.copies.set(0, copy("available", "another", Ownership.tags(DatabaseExample.ENVIRONMENT)));
    assertRefused(later, Reason.SNAPSHOT_FAILED, COPY + " bears a name the upgrade needs");
  }

  @Test
  void aSnapshotThatFailedEndsIt() {
    aws.copies.add(ours("failed"));
    assertRefused(later, Reason.SNAPSHOT_FAILED, COPY + ", taken before the upgrade, has failed");
  }

  @Test
  void theUpgradeWaitsForItsSnapshot() {
    aws.copies.add(ours("creating"));
    var plan = plan(later);
    assertThat(plan.actions()).noneMatch(it -> it.action() instanceof DatabaseAction.TakeSnapshot);
    assertThat(plan.actions())
        .filteredOn(it -> it.action() instanceof DatabaseAction.UpgradeInstance)
        .noneMatch(PlannedAction::isCalledNow);
    assertThat(plan.findings().getFirst().message()).contains(COPY + " is being taken");
  }

  @Test
  void aSnapshotOfAnEarlierWindowIsNotReliedOn() {
    aws.copies.add(ours("available"));
    assertThat(plan(later).actions())
        .noneMatch(it -> it.action() instanceof DatabaseAction.TakeSnapshot);

    aws.oldCopies.add(COPY);
    assertThat(plan(later).actions())
        .filteredOn(it -> it.action() instanceof DatabaseAction.TakeSnapshot)
        .singleElement()
        .satisfies(
            it ->
                assertThat(((DatabaseAction.TakeSnapshot) it.action()).snapshot())
                    .isEqualTo(DatabaseExample.UPGRADE_SNAPSHOT + "-2"));
  }

  @Test
  void whatIsPendingComesFirst() {
    aws.instance().pending = PendingExample.unknown();
    passes.governed().under(ChangePolicy.AUTO, passes.plan(later).hash());
    passes.applyInWindow(later);
    assertThat(aws.copies).isEmpty();
    assertThat(plan(later).findings().getFirst().message())
        .contains("follows what AWS applies in the maintenance window");
  }

  /** The operator died between the call and the tag. */
  @Test
  void anUpgradeThatIsUnderWayIsRemembered() {
    aws.copies.add(ours("available"));
    aws.instance().status = "upgrading";
    assertThat(plan(later).actions())
        .singleElement()
        .satisfies(
            it ->
                assertThat(((DatabaseAction.AddTags) it.action()).tags())
                    .isEqualTo(Map.of(Ownership.UPGRADED_WITH, COPY)));
    aws.instance().tags.put(Ownership.UPGRADED_WITH, COPY);
    assertThat(plan(later).actions()).isEmpty();
  }

  @Test
  void oneThatFailedIsToldOfAndReadsDifferently() {
    aws.copies.add(ours("available"));
    var before = upgradeReason(plan(later));
    aws.instance().tags.put(Ownership.UPGRADED_WITH, COPY);

    var plan = plan(later);
    assertThat(plan.findings())
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).isEqualTo(Reason.UPGRADE_FAILED))
        .isInstanceOf(Failure.Terminal.class);
    assertThat(upgradeReason(plan)).startsWith(before).contains("again", COPY);
    assertThat(plan.actions()).anyMatch(it -> it.action() instanceof DatabaseAction.TakeSnapshot);
    assertThat(plan(former)).isEqualTo(Plan.empty());
  }

  @Test
  void theGroupOfAnUpgradeThatIsNotWantedAnyMoreGoes() {
    passes.governed().under(ChangePolicy.AUTO, passes.plan(later).hash());
    passes.apply(later);
    assertThat(aws.otherGroups).hasSize(1);

    passes.apply(former);
    assertThat(aws.otherGroups).isEmpty();
    assertThat(aws.parameterGroup).isNotNull();
  }

  @Test
  void groupsOfSuchANameThatOthersMadeAreLeftAlone() {
    passes.governed().under(ChangePolicy.AUTO, passes.plan(later).hash());
    passes.apply(later);
    var group = aws.otherGroups.getFirst();
    aws.otherGroups.set(
        0,
        new ParameterGroup(
            group.name(), group.arn(), group.family(), group.parameters(), Map.of()));
    assertThat(plan(former).actions()).isEmpty();
    assertThat(plan(later).findings().getFirst().reason()).isEqualTo(Reason.NOT_OURS);
  }

  private static DataSnapshot ours(String status) {
    return copy(status, DatabaseExample.IDENTIFIER, Ownership.tags(DatabaseExample.ENVIRONMENT));
  }

  private static DataSnapshot copy(String status, String source, Map<String, String> tags) {
    return new DataSnapshot(COPY, "arn:" + COPY, status, source, Optional.empty(), tags);
  }

  private static Desired with(Consumer<DatabaseExample> change) {
    return DatabaseExample.production(change);
  }

  private Plan plan(Desired desired) {
    return planner.apply(desired, aws.observed(desired), IntentRecord.none());
  }

  private static DatabaseAction.UpgradeInstance upgrade(Plan plan) {
    return plan.actions().stream()
        .map(PlannedAction::action)
        .filter(DatabaseAction.UpgradeInstance.class::isInstance)
        .map(DatabaseAction.UpgradeInstance.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static String upgradeReason(Plan plan) {
    return plan.actions().stream()
        .filter(it -> it.action() instanceof DatabaseAction.UpgradeInstance)
        .map(PlannedAction::reason)
        .findFirst()
        .orElseThrow();
  }

  private void assertRefused(Desired desired, Reason reason, String remedy) {
    var plan = plan(desired);
    assertThat(plan.actions())
        .extracting(PlannedAction::action)
        .noneMatch(
            it ->
                it instanceof DatabaseAction.TakeSnapshot
                    || it instanceof DatabaseAction.UpgradeInstance
                    || it instanceof DatabaseAction.CreateParameterGroup);
    assertThat(plan.findings())
        .filteredOn(it -> it.reason() == reason)
        .singleElement()
        .satisfies(it -> assertThat(it.message()).contains(remedy));
    assertThat(plan.findings().getFirst()).isInstanceOf(Failure.Terminal.class);
  }
}
