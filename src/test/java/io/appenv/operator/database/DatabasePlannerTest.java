package io.appenv.operator.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.DataBackend;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.InstanceSetting;
import io.appenv.operator.model.InstanceSwitches;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.ParameterGroup;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.ResourceKind;
import io.appenv.operator.model.ResourceRef;
import io.appenv.operator.model.Timing;
import io.appenv.operator.model.WeeklyWindow;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabasePlannerTest {

  private final DatabasePlanner planner = new DatabasePlanner();
  private final SimulatedDatabase aws = new SimulatedDatabase();
  private final DatabasePasses passes = new DatabasePasses(aws);

  @Test
  void createsTheGroupsBeforeTheInstance() {
    assertThat(operations(plan(DatabaseExample.production())))
        .containsExactly(
            "CreateDBSubnetGroup NOW",
            "CreateDBParameterGroup NOW",
            "ModifyDBParameterGroup NOW",
            "CreateDBInstance NOW");
  }

  @Test
  void leavesDatabasesInTheClusterToOthers() {
    var development = DatabaseExample.production(it -> it.backend = DataBackend.IN_CLUSTER);
    assertThat(plan(development)).isEqualTo(Plan.empty());
  }

  @Test
  void waitsUntilSomebodyHasLooked() {
    var plan = planner.apply(DatabaseExample.production(), Observed.unseen(), IntentRecord.none());
    assertThat(reasons(plan)).containsExactly(Reason.OBSERVING);
  }

  @Test
  void neverCreatesAnEmptyDatabaseInPlaceOfALostOne() {
    var lost =
        new IntentRecord(
            Set.of(),
            Set.of(new ResourceRef(ResourceKind.DATABASE_INSTANCE, DatabaseExample.IDENTIFIER)));
    var plan = planner.apply(DatabaseExample.production(), aws.observed(), lost);
    assertThat(operations(plan)).doesNotContain("CreateDBInstance NOW");
    assertThat(reasons(plan)).containsExactly(Reason.DATA_STORE_MISSING);
  }

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @CsvSource({
    "creating, CREATING, Waiting",
    "modifying, MODIFYING, Waiting",
    "resetting-master-credentials, MODIFYING, Waiting",
    "deleting, DELETING, Waiting",
    "backing-up, MODIFYING, Waiting",
    "converted-to-cheese, UNKNOWN_STATE, Waiting",
    "failed, DATA_STORE_FAILED, Terminal",
    "incompatible-network, DATA_STORE_FAILED, Terminal",
    "inaccessible-encryption-credentials, DATA_STORE_FAILED, Terminal",
    "storage-full, DATA_STORE_FAILED, Terminal",
    "stopped, DATA_STORE_FAILED, Terminal"
  })
  void changesNothingUnlessAwsAcceptsChanges(String status, Reason reason, String type) {
    passes.apply(DatabaseExample.production());
    aws.instance().status = status;
    var plan = plan(DatabaseExample.production(it -> it.instanceClass = "db.t3.large"));
    assertThat(plan.actions()).isEmpty();
    assertThat(reasons(plan)).containsExactly(reason);
    assertThat(plan.findings().getFirst().getClass().getSimpleName()).isEqualTo(type);
    assertThat(plan.findings().getFirst().message()).contains(status);
  }

  @ParameterizedTest(name = "nothing to do, so {0} is as good as available")
  @CsvSource({"backing-up", "storage-optimization", "configuring-log-exports"})
  void isContentWhileInService(String status) {
    passes.apply(DatabaseExample.production());
    aws.instance().status = status;
    assertThat(plan(DatabaseExample.production())).isEqualTo(Plan.empty());
  }

  @Test
  void whileStorageIsRearrangedOnlyStorageWaits() {
    passes.apply(DatabaseExample.production());
    aws.instance().status = "storage-optimization";
    var larger = DatabaseExample.production(it -> it.instanceClass = "db.t3.large");
    assertThat(operations(plan(larger))).containsExactly("ModifyDBInstance MAINTENANCE_WINDOW");
    var growing = plan(DatabaseExample.production(it -> it.storageGib = 200));
    assertThat(growing.actions()).isEmpty();
    assertThat(reasons(growing)).containsExactly(Reason.MODIFYING);
  }

  @ParameterizedTest(name = "{0} GiB become {1}")
  @CsvSource({"105, 110", "110, 110", "111, 111", "101, 110"})
  void storageGrowsByATenthAtLeast(int wish, int given) {
    passes.apply(DatabaseExample.production());
    var grown = DatabaseExample.production(it -> it.storageGib = wish);
    passes.apply(grown);
    assertThat(aws.instance().storageGib).isEqualTo(given);
    assertThat(plan(grown)).isEqualTo(Plan.empty());
  }

  @ParameterizedTest(name = "{0} GiB of {1} become {2} GiB of gp3: {3} IOPS")
  @CsvSource({
    "100, gp3, 399, 3000",
    "100, gp3, 400, 12000",
    "390, gp3, 395, 12000",
    "400, gp3, 500, 12000",
    "500, gp2, 500, 12000",
    "500, gp2, 600, 12000",
    "100, gp2, 100, 3000"
  })
  void stripedStorageIsChangedWithItsIops(int before, String type, int wish, int iops) {
    passes.apply(
        DatabaseExample.production(
            it -> {
              it.storageGib = before;
              it.storageType = type;
            }));
    aws.instance().iops = type.equals("gp3") && before >= 400 ? 12_000 : 3_000;
    var wanted = DatabaseExample.production(it -> it.storageGib = wish);
    passes.apply(wanted);
    assertThat(aws.instance().iops).isEqualTo(iops);
    assertThat(aws.instance().storageType).isEqualTo("gp3");
    assertThat(plan(wanted)).isEqualTo(Plan.empty());
  }

  @Test
  void aFullVolumeGrowsIntoStripesWithItsIops() {
    passes.apply(DatabaseExample.production());
    aws.instance().status = "storage-full";
    passes.apply(DatabaseExample.production(it -> it.storageGib = 500));
    assertThat(aws.instance().iops).isEqualTo(12_000);
  }

  @Test
  void iopsBeyondTheBaselineAreNotTakenAway() {
    passes.apply(DatabaseExample.production(it -> it.storageGib = 500));
    aws.instance().iops = 16_000;
    passes.apply(DatabaseExample.production(it -> it.storageGib = 600));
    assertThat(aws.instance().iops).isEqualTo(16_000);
  }

  @Test
  void aGroupThatBeginsWithTheWantedParametersGetsNoOthers() {
    aws.parameterGroup =
        new ParameterGroup(
            DatabaseExample.PARAMETER_GROUP,
            "arn:pg",
            "postgres17",
            SimulatedDatabase.FAMILY,
            DatabaseExample.database(DatabaseExample.production()).tags());
    assertThat(operations(plan(DatabaseExample.production())))
        .containsExactly("CreateDBSubnetGroup NOW", "CreateDBInstance NOW");
  }

  @Test
  void anInstanceOpenedToTheInternetIsClosedAgain() {
    passes.apply(DatabaseExample.production());
    aws.instance().switches = new InstanceSwitches(true, true, true);
    passes.apply(DatabaseExample.production());
    assertThat(aws.instance().switches.publiclyAccessible()).isFalse();
  }

  @Test
  void anotherAuthorityComesInTheMaintenanceWindow() {
    passes.apply(DatabaseExample.production());
    var other =
        DatabaseExample.production(it -> it.caCertificate = Optional.of("rds-ca-ecc384-g1"));

    var action = plan(other).actions().getFirst();
    assertThat(action.reason()).isEqualTo("caCertificate rds-ca-rsa2048-g1 -> rds-ca-ecc384-g1");
    assertThat(action.changeClass()).isEqualTo(ChangeClass.RESTART);
    assertThat(action.timing()).isEqualTo(Timing.MAINTENANCE_WINDOW);

    passes.apply(other);
    assertThat(aws.instance().caCertificate).isEqualTo("rds-ca-rsa2048-g1");
    aws.maintenanceWindow();
    assertThat(aws.instance().caCertificate).isEqualTo("rds-ca-ecc384-g1");
    assertThat(plan(other)).isEqualTo(Plan.empty());
    assertThat(plan(DatabaseExample.production())).as("not named").isEqualTo(Plan.empty());
  }

  @Test
  void performanceInsightsAreSwitchedAtOnce() {
    passes.apply(DatabaseExample.production());
    var on = DatabaseExample.production(it -> it.performanceInsightsDays = Optional.of(7));

    assertThat(operations(plan(on))).containsExactly("ModifyDBInstance NOW");
    assertThat(plan(on).actions().getFirst().reason())
        .isEqualTo("performanceInsights.retention off -> 7d");
    assertThat(plan(on).actions().getFirst().isDisruptive()).isFalse();
    passes.apply(on);
    assertThat(aws.instance().performanceInsightsDays).contains(7);
    passes.apply(DatabaseExample.production());
    assertThat(aws.instance().performanceInsightsDays).isEmpty();
  }

  @Test
  void aNamedMinorVersionIsNotLeftToAws() {
    passes.apply(DatabaseExample.production());
    passes.apply(DatabaseExample.production(it -> it.version = "17.6"));
    assertThat(aws.instance().switches.autoMinorVersionUpgrade()).isFalse();
  }

  @Test
  void anUnknownPendingChangeIsNeverFlushed() {
    passes.apply(DatabaseExample.production());
    aws.instance().pending = PendingExample.unknown();
    var plan = plan(DatabaseExample.production(it -> it.storageGib = 200));
    assertThat(operations(plan)).containsExactly("ModifyDBInstance MAINTENANCE_WINDOW");
  }

  /** Switching backups is deferred by AWS, and applying it at once would flush what is pending. */
  @Test
  void backupsAreSwitchedAfterWhatIsPending() {
    passes.apply(DatabaseExample.production());
    passes.apply(DatabaseExample.production(it -> it.instanceClass = "db.t3.large"));
    var plan =
        plan(
            DatabaseExample.production(
                it -> {
                  it.instanceClass = "db.t3.large";
                  it.backupRetentionDays = 0;
                  it.backupWindow = "01:00-02:00";
                }));
    var change = ((DatabaseAction.ModifyInstance) plan.actions().getFirst().action());
    assertThat(plan.actions()).hasSize(1);
    assertThat(change.applyImmediately()).isFalse();
    assertThat(change.settings()).containsExactly(new InstanceSetting.BackupWindow("01:00-02:00"));
    assertThat(plan.findings())
        .extracting(Failure::message)
        .anyMatch(it -> it.startsWith("backup.pointInTime is changed after what AWS applies"));
  }

  @ParameterizedTest(name = "backups of {0} days become {1}: immediately {2}")
  @CsvSource({"7, 0, true", "0, 7, true", "7, 8, false"})
  void onlySwitchingBackupsNeedsToBeAppliedImmediately(int before, int wish, boolean immediately) {
    passes.apply(DatabaseExample.production(it -> it.backupRetentionDays = before));
    var plan = plan(DatabaseExample.production(it -> it.backupRetentionDays = wish));
    assertThat(operations(plan)).containsExactly("ModifyDBInstance NOW");
    assertThat(((DatabaseAction.ModifyInstance) plan.actions().getFirst().action()))
        .returns(immediately, DatabaseAction.ModifyInstance::applyImmediately);
  }

  @ParameterizedTest(name = "{0} GiB where {1} are wished: refused {2}")
  @CsvSource({"110, 100, false", "111, 100, true"})
  void whatAStepOfATenthBroughtIsNoShrinking(int has, int wish, boolean refused) {
    passes.apply(DatabaseExample.production(it -> it.storageGib = has));
    var plan = plan(DatabaseExample.production(it -> it.storageGib = wish));
    assertThat(plan.actions()).isEmpty();
    assertThat(plan.findings().isEmpty()).isEqualTo(!refused);
  }

  @Test
  void growsAFullVolumeAtOnce() {
    passes.apply(DatabaseExample.production());
    aws.instance().status = "storage-full";
    var plan = plan(DatabaseExample.production(it -> it.storageGib = 200));
    assertThat(operations(plan)).containsExactly("ModifyDBInstance NOW");
    assertThat(plan.actions().getFirst().reason()).startsWith("storage 100 -> 200");
  }

  @Test
  void leavesRestartsToTheMaintenanceWindowAndSaysWhatItAwaits() {
    passes.apply(DatabaseExample.production());
    var larger = DatabaseExample.production(it -> it.instanceClass = "db.t3.large");

    var action = plan(larger).actions().getFirst();
    assertThat(action.reason()).isEqualTo("instanceClass db.t3.medium -> db.t3.large");
    assertThat(action.changeClass()).isEqualTo(ChangeClass.RESTART);
    assertThat(action.timing()).isEqualTo(Timing.MAINTENANCE_WINDOW);

    var end = passes.apply(larger);
    assertThat(end.findings())
        .extracting(Failure::message)
        .containsExactly(
            "instanceClass db.t3.medium -> db.t3.large is applied by AWS in the maintenance window"
                + " sun:18:30-sun:19:30");
    assertThat(reasons(end)).containsExactly(Reason.PENDING_MAINTENANCE);
    assertThat(end.handedOver())
        .singleElement()
        .satisfies(
            held -> {
              assertThat(held.planned().reason()).isEqualTo(action.reason());
              assertThat(held.planned().interruption()).isEqualTo(action.interruption());
              assertThat(held.window())
                  .isEqualTo(WeeklyWindow.read("sun:18:30-sun:19:30", ZoneOffset.UTC));
            });
    assertThat(end.hash()).isEqualTo(Plan.of(action).hash());
  }

  @ParameterizedTest
  @CsvSource({
    "db.t3.large, 100, available, true",
    "db.t3.large, 100, storage-optimization, true",
    "db.t3.large, 100, backing-up, false",
    "db.t3.medium, 200, available, true",
    "db.t3.medium, 200, storage-optimization, false",
  })
  void whatAwsHoldsIsHurriedOnlyWhereItTakesTheCall(
      String instanceClass, int storage, String status, boolean taken) {
    var desired =
        DatabaseExample.production(
            it -> {
              it.instanceClass = instanceClass;
              it.storageGib = storage;
            });
    passes.apply(DatabaseExample.production());
    aws.instance()
        .modify(
            List.of(
                storage > 100
                    ? new InstanceSetting.Storage(storage)
                    : new InstanceSetting.InstanceClass(instanceClass)),
            false);
    aws.instance().status = status;

    assertThat(plan(desired).handedOver())
        .singleElement()
        .satisfies(it -> assertThat(it.planned().atOnce().isPresent()).isEqualTo(taken));
  }

  @Test
  void sendsWhatIsSafeFirstAndWhatRestartsAfterIt() {
    passes.apply(DatabaseExample.production());
    var plan =
        plan(
            DatabaseExample.production(
                it -> {
                  it.storageGib = 200;
                  it.instanceClass = "db.t3.large";
                }));
    assertThat(operations(plan))
        .containsExactly("ModifyDBInstance NOW", "ModifyDBInstance AFTER_PREVIOUS");
  }

  @Test
  void growsStorageInTheWindowWhileSomethingElseIsPending() {
    passes.apply(DatabaseExample.production());
    passes.apply(DatabaseExample.production(it -> it.instanceClass = "db.t3.large"));
    var plan =
        plan(
            DatabaseExample.production(
                it -> {
                  it.storageGib = 200;
                  it.instanceClass = "db.t3.large";
                }));
    assertThat(operations(plan)).containsExactly("ModifyDBInstance MAINTENANCE_WINDOW");
  }

  @Test
  void setsThePasswordBeforeTheTagThatRemembersIt() {
    passes.apply(DatabaseExample.production());
    var plan = plan(DatabaseExample.production(it -> it.credentials = Optional.of("secret-2")));
    assertThat(operations(plan)).containsExactly("ModifyDBInstance NOW", "AddTagsToResource NOW");
  }

  @Test
  void leavesThePasswordWhenThereIsNoSecretYet() {
    passes.apply(DatabaseExample.production());
    assertThat(plan(DatabaseExample.production(it -> it.credentials = Optional.empty())))
        .isEqualTo(Plan.empty());
  }

  @Test
  void touchesNothingThatIsNotOurs() {
    passes.apply(DatabaseExample.production());
    aws.instance().tags.put(Ownership.UID, "uid-2");
    var plan = plan(DatabaseExample.production(it -> it.storageGib = 200));
    assertThat(plan.actions()).isEmpty();
    assertThat(reasons(plan)).containsExactly(Reason.NOT_OURS);
    assertThat(plan.findings().getFirst().message()).contains("arn:aws:rds").contains("untouched");
  }

  @Test
  void saysWhenWhatIsInTheWayWasRetained() {
    passes.apply(DatabaseExample.production());
    aws.instance().tags.put(Ownership.UID, "uid-2");
    aws.instance().tags.put(Ownership.RETAINED, "true");
    assertThat(plan(DatabaseExample.production()).findings().getFirst().message())
        .contains("retained when an earlier environment");
  }

  @Test
  void refusesToShrink() {
    assertRefused(it -> it.storageGib = 50, "at least 100Gi");
  }

  @Test
  void refusesToGoBackAVersion() {
    assertRefused(it -> it.version = "17.5", "17.6 or later");
  }

  @Test
  void refusesToGoBackAMajorVersionAndLeavesTheParametersAlone() {
    assertRefused(it -> it.version = "16", "17.6 or later");
  }

  private void assertRefused(Consumer<DatabaseExample> change, String remedy) {
    passes.apply(DatabaseExample.production());
    var plan = plan(DatabaseExample.production(change));
    assertThat(plan.actions()).isEmpty();
    assertThat(reasons(plan)).containsExactly(Reason.CHANGE_REFUSED);
    assertThat(plan.findings().getFirst().message()).contains(remedy);
  }

  private Plan plan(Desired desired) {
    return planner.apply(desired, aws.observed(), IntentRecord.none());
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
