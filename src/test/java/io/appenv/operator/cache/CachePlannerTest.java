package io.appenv.operator.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.ChangePolicy;
import io.appenv.operator.model.DataBackend;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.GroupSetting;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Interruption;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.ResourceKind;
import io.appenv.operator.model.ResourceRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CachePlannerTest {

  private final CachePlanner planner = new CachePlanner();
  private final SimulatedCache aws = new SimulatedCache();
  private final CachePasses passes = new CachePasses(aws);
  private final Desired production = CacheExample.production();

  @Test
  void createsTheSubnetGroupBeforeTheGroup() {
    assertThat(operations(plan(production)))
        .containsExactly("CreateCacheSubnetGroup NOW", "CreateReplicationGroup NOW");
  }

  @Test
  void waitsUntilSomebodyHasLooked() {
    var plan = planner.apply(production, Observed.unseen(), IntentRecord.none());
    assertThat(reasons(plan)).containsExactly(Reason.OBSERVING);
  }

  @Test
  void neverCreatesAnEmptyCacheInPlaceOfALostOne() {
    var lost =
        new IntentRecord(
            Set.of(),
            Set.of(new ResourceRef(ResourceKind.REPLICATION_GROUP, CacheExample.IDENTIFIER)));
    var plan = planner.apply(production, aws.observed(), lost);
    assertThat(operations(plan)).containsExactly("CreateCacheSubnetGroup NOW");
    assertThat(reasons(plan)).containsExactly(Reason.DATA_STORE_MISSING);
  }

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @CsvSource({
    "creating, CREATING, Waiting",
    "modifying, MODIFYING, Waiting",
    "snapshotting, MODIFYING, Waiting",
    "deleting, DELETING, Waiting",
    "converted-to-cheese, UNKNOWN_STATE, Waiting",
    "create-failed, DATA_STORE_FAILED, Terminal",
    "restore-failed, DATA_STORE_FAILED, Terminal"
  })
  void changesNothingUnlessAwsAcceptsChanges(String status, Reason reason, String type) {
    passes.apply(production);
    aws.group().status = status;
    var plan = plan(CacheExample.production(it -> it.nodes = 3));
    assertThat(plan.actions()).isEmpty();
    assertThat(reasons(plan)).containsExactly(reason);
    assertThat(plan.findings().getFirst().getClass().getSimpleName()).isEqualTo(type);
    assertThat(plan.findings().getFirst().message()).contains(status);
  }

  @Test
  void leavesTheNodeTypeToTheMaintenanceWindowAndSaysSo() {
    passes.apply(production);
    var larger = CacheExample.production(it -> it.nodeType = "cache.m6g.large");
    assertThat(plan(larger).actions().getFirst().reason())
        .isEqualTo("nodeType cache.t3.medium -> cache.m6g.large");
    assertThat(operations(plan(larger)))
        .containsExactly("ModifyReplicationGroup MAINTENANCE_WINDOW");
    assertThat(passes.apply(larger).findings())
        .extracting(Failure::message)
        .containsExactly(
            "nodeType cache.t3.medium -> cache.m6g.large is applied by AWS in the maintenance window"
                + " sun:20:00-sun:21:00");
  }

  @Test
  void switchesFailoverOffBeforeTheLastReplicaGoes() {
    passes.apply(production);
    assertThat(operations(plan(CacheExample.production(it -> it.nodes = 1))))
        .containsExactly("ModifyReplicationGroup NOW", "DecreaseReplicaCount AFTER_PREVIOUS");
  }

  @Test
  void countsReplicasWhereTheSpecCountsNodes() {
    passes.apply(production);
    assertThat(plan(CacheExample.production(it -> it.nodes = 4)).actions().getFirst().action())
        .isEqualTo(new CacheAction.IncreaseReplicas(CacheExample.IDENTIFIER, 3));
  }

  @Test
  void leavesCachesInTheClusterToOthers() {
    var development = CacheExample.production(it -> it.backend = DataBackend.IN_CLUSTER);
    assertThat(plan(development)).isEqualTo(Plan.empty());
  }

  @Test
  void takesReplicasAwayWhileOneIsLeft() {
    passes.apply(CacheExample.production(it -> it.nodes = 3));
    assertThat(plan(production).actions())
        .singleElement()
        .returns(
            new CacheAction.DecreaseReplicas(CacheExample.IDENTIFIER, 1), PlannedAction::action);
  }

  /** Without failover going off first, the last replica cannot go; another one can. */
  @Test
  void onlyTheLastReplicaWaitsForFailover() {
    passes.apply(CacheExample.production(it -> it.nodes = 3));
    aws.group().automaticFailover = false;
    aws.group().pendingNodeType = Optional.of("cache.t3.medium");
    assertThat(operations(plan(production))).containsExactly("DecreaseReplicaCount NOW");
    aws.group().automaticFailover = true;
    assertThat(plan(CacheExample.production(it -> it.nodes = 1)).actions()).isEmpty();
  }

  @ParameterizedTest(name = "snapshots of {0} days become {1}")
  @CsvSource({"0, 1, true", "1, 3, false"})
  void aNodeToTakeSnapshotsOfIsNamedWhenTheyBegin(int before, int wish, boolean named) {
    passes.apply(CacheExample.production(it -> it.snapshotRetentionDays = before));
    var plan = plan(CacheExample.production(it -> it.snapshotRetentionDays = wish));
    var call = (CacheAction.ModifyGroup) plan.actions().getFirst().action();
    assertThat(
            call.settings().stream().anyMatch(GroupSetting.SnapshottingCluster.class::isInstance))
        .isEqualTo(named);
  }

  @Test
  void isContentWhileASnapshotIsTaken() {
    passes.apply(production);
    aws.group().status = "snapshotting";
    assertThat(plan(production)).isEqualTo(Plan.empty());
  }

  @Test
  void switchesFailoverOnAgain() {
    passes.apply(production);
    aws.group().automaticFailover = false;
    var plan = plan(production);
    assertThat(operations(plan)).containsExactly("ModifyReplicationGroup NOW");
    assertThat(plan.actions().getFirst().reason()).isEqualTo("automaticFailover false -> true");
  }

  @Test
  void waitsWithFailoverWhileSomethingElseIsPending() {
    passes.apply(production);
    aws.group().automaticFailover = false;
    aws.group().pendingNodeType = Optional.of("cache.t3.medium");
    assertThat(plan(production).actions()).isEmpty();
    assertThat(reasons(plan(production)))
        .containsExactly(Reason.PENDING_MAINTENANCE, Reason.PENDING_MAINTENANCE);
  }

  @Test
  void givesAnotherTokenInThreePasses() {
    passes.apply(production);
    var rotated = CacheExample.production(it -> it.credentials = Optional.of("new"));
    assertThat(operations(plan(rotated)))
        .containsExactly(
            "AddTagsToResource NOW",
            "ModifyReplicationGroup AFTER_PREVIOUS",
            "AddTagsToResource AFTER_PREVIOUS",
            "ModifyReplicationGroup AFTER_PREVIOUS");
    passes.apply(rotated);
    assertThat(aws.group().tokens).isEqualTo(2);
    assertThat(aws.group().takesFormerToken).isFalse();
    assertThat(aws.group().tags).containsEntry("appenv.io/credentials", "new");
    assertThat(plan(rotated).actions()).isEmpty();
  }

  @Test
  void theFormerTokenIsTakenForAsLongAsPodsMayHoldIt() {
    passes.apply(production);
    var rotated = CacheExample.production(it -> it.credentials = Optional.of("new"));
    passes.rolledOut = false;
    assertThat(operations(passes.apply(rotated)))
        .containsExactly("ModifyReplicationGroup AFTER_ROLLOUT");
    assertThat(aws.group().takesFormerToken).isTrue();
    var larger =
        CacheExample.production(
            it -> {
              it.credentials = Optional.of("new");
              it.nodes = 3;
            });
    assertThat(operations(passes.apply(larger)))
        .containsExactly("ModifyReplicationGroup AFTER_ROLLOUT");
    assertThat(aws.group().nodes).isEqualTo(3);

    passes.rolledOut = true;
    assertThat(passes.apply(larger)).isEqualTo(Plan.empty());
    assertThat(aws.group().takesFormerToken).isFalse();
    assertThat(aws.group().tokens).isEqualTo(2);
  }

  @Test
  void theFormerTokenIsNotDroppedBeforeWhatWaitsForTheMaintenanceWindow() {
    passes.apply(production);
    var rotated = CacheExample.production(it -> it.credentials = Optional.of("new"));
    passes.rolledOut = false;
    passes.apply(rotated);
    aws.group().pendingOthers = true;
    passes.rolledOut = true;
    assertThat(passes.apply(rotated).findings())
        .extracting(Failure::message)
        .contains(
            "the former token is dropped after what AWS applies in the maintenance window"
                + " sun:20:00-sun:21:00");
    assertThat(aws.group().takesFormerToken).isTrue();
  }

  @Test
  void aTokenThatWasSetBeforeACrashIsNotSetAgain() {
    passes.apply(production);
    var rotated = CacheExample.production(it -> it.credentials = Optional.of("new"));
    aws.execute(plan(rotated));
    aws.settle();
    aws.execute(plan(rotated));
    aws.settle();
    assertThat(operations(plan(rotated)))
        .containsExactly("AddTagsToResource NOW", "ModifyReplicationGroup AFTER_PREVIOUS");
    assertThat(aws.group().tokens).isEqualTo(1);
  }

  @Test
  void anotherSecretInBetweenStartsAgain() {
    passes.apply(production);
    var first = CacheExample.production(it -> it.credentials = Optional.of("first"));
    aws.execute(plan(first));
    aws.settle();
    aws.execute(plan(first));
    aws.settle();
    var second = CacheExample.production(it -> it.credentials = Optional.of("second"));
    assertThat(operations(plan(second)))
        .containsExactly(
            "AddTagsToResource NOW",
            "ModifyReplicationGroup AFTER_PREVIOUS",
            "AddTagsToResource AFTER_PREVIOUS",
            "ModifyReplicationGroup AFTER_PREVIOUS");
    passes.apply(second);
    assertThat(aws.group().tokens).isEqualTo(3);
    assertThat(aws.group().tags).containsEntry("appenv.io/credentials", "second");
  }

  @Test
  void tagsAndATokenAndAChangeAreNeverOfOnePass() {
    passes.apply(production);
    aws.group().tags.remove(Ownership.NAME);
    var changed =
        CacheExample.production(
            it -> {
              it.credentials = Optional.of("new");
              it.snapshotRetentionDays = 5;
            });
    assertThat(operations(plan(changed)))
        .containsExactly(
            "AddTagsToResource NOW",
            "AddTagsToResource AFTER_PREVIOUS",
            "ModifyReplicationGroup AFTER_PREVIOUS",
            "AddTagsToResource AFTER_PREVIOUS",
            "ModifyReplicationGroup AFTER_PREVIOUS",
            "ModifyReplicationGroup AFTER_PREVIOUS");
    passes.apply(changed);
    assertThat(aws.group().tokens).isEqualTo(2);
    assertThat(aws.group().snapshotRetentionDays).isEqualTo(5);
  }

  @Test
  void aTokenDoesNotBringForwardWhatWaitsForTheMaintenanceWindow() {
    passes.apply(production);
    passes.apply(CacheExample.production(it -> it.nodeType = "cache.m6g.large"));
    var both =
        CacheExample.production(
            it -> {
              it.nodeType = "cache.m6g.large";
              it.credentials = Optional.of("new");
            });
    assertThat(passes.apply(both).findings())
        .extracting(Failure::message)
        .contains(
            "the token of the credentials Secret is set after what AWS applies in the maintenance"
                + " window sun:20:00-sun:21:00");
    assertThat(aws.group().nodeType).isEqualTo("cache.t3.medium");
    assertThat(aws.group().tokens).isZero();
    aws.maintenanceWindow();
    passes.apply(both);
    assertThat(aws.group().tokens).isEqualTo(2);
  }

  @Test
  void aTokenDoesNotFlushAnUnknownPendingChange() {
    passes.apply(production);
    aws.group().pendingOthers = true;
    var rotated = CacheExample.production(it -> it.credentials = Optional.of("new"));
    assertThat(passes.apply(rotated).actions()).isEmpty();
    assertThat(aws.group().tokens).isZero();
  }

  @Test
  void anUnknownPendingChangeIsNeverFlushed() {
    passes.apply(production);
    aws.group().pendingOthers = true;
    aws.group().automaticFailover = false;
    assertThat(plan(production).actions()).isEmpty();
  }

  @Test
  void multiAzBelongsToFailover() {
    passes.apply(production);
    aws.group().multiAz = false;
    passes.apply(production);
    assertThat(aws.group().multiAz).isTrue();
  }

  @Test
  void aNamedMinorVersionIsNotLeftToAws() {
    passes.apply(production);
    aws.group().autoMinorVersionUpgrade = true;
    passes.apply(production);
    assertThat(aws.group().autoMinorVersionUpgrade).isFalse();
  }

  @Test
  void snapshotsAreSwitchedOnWithANodeToTakeThemOf() {
    passes.apply(CacheExample.production(it -> it.snapshotRetentionDays = 0));
    passes.apply(CacheExample.production(it -> it.snapshotRetentionDays = 3));
    assertThat(aws.group().snapshotRetentionDays).isEqualTo(3);
  }

  @ParameterizedTest(name = "from 7.1 to {0}")
  @CsvSource({"6.2", "7.0"})
  void refusesADowngrade(String version) {
    passes.apply(production);
    var plan = plan(CacheExample.production(it -> it.version = version));
    assertThat(plan.actions()).isEmpty();
    assertThat(reasons(plan)).containsExactly(Reason.CHANGE_REFUSED);
  }

  @Test
  void upgradesAMinorVersionInTheMaintenanceWindow() {
    passes.apply(CacheExample.production(it -> it.version = "7.0"));
    assertThat(operations(plan(production)))
        .containsExactly("ModifyReplicationGroup MAINTENANCE_WINDOW");
  }

  @ParameterizedTest(name = "{0} nodes: {1}")
  @CsvSource({"2, FAILOVER", "1, RESTART"})
  void aMajorVersionIsUpgradedInTheWindowOnceAPersonAgrees(int nodes, Interruption interruption) {
    passes.apply(
        CacheExample.production(
            it -> {
              it.version = "6.2";
              it.nodes = nodes;
            }));
    var upgraded = CacheExample.production(it -> it.nodes = nodes);
    assertThat(plan(upgraded).actions())
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).isEqualTo("version 6.2.0 -> 7.1"))
        .satisfies(it -> assertThat(it.interruption()).isEqualTo(interruption))
        .satisfies(it -> assertThat(it.asked()).isTrue());
    passes.governed().under(ChangePolicy.AUTO);
    var asked = passes.apply(upgraded);
    assertThat(operations(asked)).containsExactly("ModifyReplicationGroup AFTER_APPROVAL");
    assertThat(passes.governed().made()).isEmpty();

    passes.governed().under(ChangePolicy.AUTO, asked.hash());
    assertThat(reasons(passes.apply(upgraded))).containsExactly(Reason.PENDING_MAINTENANCE);
    assertThat(aws.group().engineVersion).isEqualTo("6.2.0");
    aws.maintenanceWindow();
    assertThat(passes.apply(upgraded)).isEqualTo(Plan.empty());
    assertThat(aws.group().engineVersion).isEqualTo("7.1.0");
  }

  @Test
  void aMajorUpgradeThatAwsOnlyHoldsIsTakenBackWithoutAsking() {
    passes.apply(CacheExample.production(it -> it.version = "6.2"));
    aws.group().pendingEngineVersion = Optional.of("7.1.0");
    assertThat(passes.apply(CacheExample.production(it -> it.version = "6.2")))
        .isEqualTo(Plan.empty());
    assertThat(aws.group().pendingEngineVersion).isEmpty();
  }

  @Test
  void touchesNothingThatIsNotOurs() {
    passes.apply(production);
    aws.group().tags.put(Ownership.UID, "uid-2");
    var plan = plan(CacheExample.production(it -> it.nodes = 3));
    assertThat(plan.actions()).isEmpty();
    assertThat(reasons(plan)).containsExactly(Reason.NOT_OURS);
  }

  private Plan plan(Desired desired) {
    aws.lookingFor(CacheExample.cache(desired).version());
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
