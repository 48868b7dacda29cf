package io.appenv.operator.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseAction.DeleteInstance;
import io.appenv.operator.model.DatabaseAction.ModifyInstance;
import io.appenv.operator.model.DatabaseInstance.Pending;
import io.appenv.operator.model.DeletionPolicy;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.InstanceSetting;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Observed.ObservedDatabase;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.ResourceKind;
import io.appenv.operator.model.Sighting;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What no plan may hold, whatever is declared, and whatever state AWS reports. */
class DatabaseSafetyPropertiesTest {

  private final DatabasePlanner planner = new DatabasePlanner();

  @Property(tries = 500)
  void applyNeverDestroys(@ForAll("scenes") Scene scene) {
    assertThat(scene.apply(planner).actions())
        .noneMatch(action -> action.changeClass() == ChangeClass.DESTROY);
  }

  @Property(tries = 500)
  void anInstanceIsDeletedOnlyAsItsPolicyPermits(@ForAll("scenes") Scene scene) {
    var policy = DatabaseExample.database(scene.desired()).deletionPolicy();
    for (var delete : calls(scene.delete(planner), DeleteInstance.class)) {
      assertThat(policy).isNotEqualTo(DeletionPolicy.RETAIN);
      if (delete.finalSnapshot().isEmpty()) {
        assertThat(policy).isEqualTo(DeletionPolicy.DELETE);
        assertThat(scene.desired().deletionConfirmed()).isTrue();
      }
    }
  }

  @Property(tries = 500)
  void atMostOneModificationOfAnInstanceIsCalledInAPass(@ForAll("scenes") Scene scene) {
    for (var plan : scene.plans(planner)) {
      assertThat(plan.actions())
          .filteredOn(PlannedAction::isCalledNow)
          .filteredOn(planned -> planned.action().operation().equals("ModifyDBInstance"))
          .hasSizeLessThan(2);
    }
  }

  @Property(tries = 500)
  void applyImmediatelyNeverCarriesARestart(@ForAll("scenes") Scene scene) {
    for (var modify : calls(scene.apply(planner), ModifyInstance.class)) {
      if (modify.applyImmediately()) {
        assertThat(scene.aws().instance().pending.isEmpty()).isTrue();
        assertThat(modify.settings())
            .noneMatch(InstanceSetting.InstanceClass.class::isInstance)
            .noneMatch(InstanceSetting.Version.class::isInstance)
            .noneMatch(InstanceSetting.CaCertificate.class::isInstance)
            .noneMatch(InstanceSetting.MultiAz.class::isInstance);
      }
    }
  }

  @Property(tries = 500)
  void onlyAnInstanceThatAcceptsChangesIsChanged(@ForAll("scenes") Scene scene) {
    for (var _ : calls(scene.apply(planner), ModifyInstance.class)) {
      assertThat(scene.aws().instance().status)
          .isIn("available", "storage-full", "storage-optimization");
    }
  }

  @Property(tries = 300)
  void whatIsForeignIsNeverATarget(
      @ForAll("scenes") Scene scene,
      @ForAll("owners") String cluster,
      @ForAll("owners") String uid) {
    var instance = scene.aws().instance();
    instance.tags.put(Ownership.CLUSTER, cluster);
    instance.tags.put(Ownership.UID, uid);
    for (var plan : scene.plans(planner)) {
      assertThat(plan.actions())
          .noneMatch(action -> action.action().target().kind() == ResourceKind.DATABASE_INSTANCE);
    }
    assertThat(scene.apply(planner).actions()).isEmpty();
  }

  @Property(tries = 100)
  void whatWasNotLookedAtLeadsToNothing(@ForAll("scenes") Scene scene, @ForAll("parts") int part) {
    var seen = scene.aws().observed().database();
    var partly =
        new Observed(
            new ObservedDatabase(
                part == 0 ? Sighting.unseen() : seen.instance(),
                part == 1 ? Sighting.unseen() : seen.subnetGroup(),
                part == 2 ? Sighting.unseen() : seen.parameterGroup(),
                seen.otherParameterGroups(),
                part == 3 ? Sighting.unseen() : seen.finalSnapshot(),
                seen.upgrade(),
                seen.replacement(),
                Optional.empty()),
            scene.aws().observed().cache());
    var none = IntentRecord.none();
    var snapshotOnly = part == 3;
    if (!snapshotOnly) {
      assertThat(planner.apply(scene.desired(), partly, none).actions()).isEmpty();
    }
    if (!snapshotOnly || wantsSnapshot(scene.desired())) {
      assertThat(planner.delete(scene.desired(), partly, none).actions()).isEmpty();
      assertThat(planner.delete(scene.desired(), partly, none).findings())
          .singleElement()
          .isInstanceOf(Failure.Waiting.class);
    }
  }

  private static boolean wantsSnapshot(Desired desired) {
    return desired.database().orElseThrow().deletionPolicy() == DeletionPolicy.SNAPSHOT;
  }

  /** An instance made for one declaration, in any state, now wanted as another. */
  record Scene(Desired desired, SimulatedDatabase aws) {

    Plan apply(DatabasePlanner planner) {
      return planner.apply(desired, aws.observed(), IntentRecord.none());
    }

    Plan delete(DatabasePlanner planner) {
      return planner.delete(desired, aws.observed(), IntentRecord.none());
    }

    List<Plan> plans(DatabasePlanner planner) {
      return List.of(apply(planner), delete(planner));
    }
  }

  private static <T extends DatabaseAction> List<T> calls(Plan plan, Class<T> type) {
    return plan.actions().stream()
        .map(PlannedAction::action)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  @Provide
  Arbitrary<Scene> scenes() {
    var databases = DatabaseArbitraries.databases();
    return Combinators.combine(
            databases,
            databases,
            DatabaseArbitraries.statusWords(),
            Arbitraries.of("db.t3.medium", "db.t3.large").optional(),
            Arbitraries.of(60, 100, 140))
        .as(DatabaseSafetyPropertiesTest::scene);
  }

  private static Scene scene(
      Desired made, Desired wanted, String status, Optional<String> pending, int storage) {
    var aws = new SimulatedDatabase();
    new DatabasePasses(aws).apply(made);
    aws.instance().status = status;
    aws.instance().storageGib = storage;
    aws.instance().pending = pending.map(PendingExample::instanceClass).orElseGet(Pending::none);
    return new Scene(wanted, aws);
  }

  @Provide
  Arbitrary<String> owners() {
    return Arbitraries.of("", "somebody-else", "uid-2");
  }

  @Provide
  Arbitrary<Integer> parts() {
    return Arbitraries.integers().between(0, 3);
  }
}
