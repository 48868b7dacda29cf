package io.appenv.operator.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.CacheAction.DeleteGroup;
import io.appenv.operator.model.CacheAction.ModifyGroup;
import io.appenv.operator.model.CacheAction.ResetToken;
import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.DeletionPolicy;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.GroupSetting;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Observed.ObservedCache;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.ResourceKind;
import io.appenv.operator.model.Sighting;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What no plan may hold, whatever is declared, and whatever state AWS reports. */
class CacheSafetyPropertiesTest {

  private static final Set<String> CHANGES =
      Set.of("ModifyReplicationGroup", "IncreaseReplicaCount", "DecreaseReplicaCount");

  private final CachePlanner planner = new CachePlanner();

  @Property(tries = 500)
  void applyNeverDestroys(@ForAll("scenes") Scene scene) {
    assertThat(scene.apply(planner).actions())
        .noneMatch(action -> action.changeClass() == ChangeClass.DESTROY);
  }

  /** A group whose creation failed never held data, so there is nothing to copy. */
  @Property(tries = 500)
  void aGroupIsDeletedOnlyAsItsPolicyPermits(@ForAll("scenes") Scene scene) {
    var policy = CacheExample.cache(scene.desired()).deletionPolicy();
    for (var planned : scene.delete(planner).actions()) {
      if (planned.action() instanceof DeleteGroup(var _, var copy)) {
        assertThat(policy).isNotEqualTo(DeletionPolicy.RETAIN);
        var empty = scene.aws().group().status.equals("create-failed");
        assertThat(
                copy.isPresent()
                    || empty
                    || (policy == DeletionPolicy.DELETE && scene.desired().deletionConfirmed()))
            .isTrue();
      }
    }
  }

  @Property(tries = 500)
  void atMostOneChangeOfAGroupIsCalledInAPass(@ForAll("scenes") Scene scene) {
    for (var plan : scene.plans(planner)) {
      assertThat(plan.actions())
          .filteredOn(PlannedAction::isCalledNow)
          .filteredOn(planned -> CHANGES.contains(planned.action().operation()))
          .hasSizeLessThan(2);
    }
  }

  @Property(tries = 500)
  void applyImmediatelyNeverFlushesWhatIsPending(@ForAll("scenes") Scene scene) {
    for (var planned : scene.apply(planner).actions()) {
      if (planned.action() instanceof ModifyGroup modify && modify.applyImmediately()) {
        assertThat(scene.aws().group().pendingNodeType).isEmpty();
        assertThat(modify.settings())
            .noneMatch(
                it -> it instanceof GroupSetting.NodeType || it instanceof GroupSetting.Version);
      }
      if (planned.isCalledNow() && planned.action() instanceof ResetToken) {
        assertThat(scene.aws().group().pendingNodeType).isEmpty();
      }
    }
  }

  @Property(tries = 500)
  void onlyAnAvailableGroupIsChanged(@ForAll("scenes") Scene scene) {
    if (!scene.aws().group().status.equals("available")) {
      assertThat(scene.apply(planner).actions())
          .noneMatch(it -> it.action().target().kind() == ResourceKind.REPLICATION_GROUP);
    }
  }

  @Property(tries = 300)
  void whatIsForeignIsNeverATarget(
      @ForAll("scenes") Scene scene,
      @ForAll("owners") String cluster,
      @ForAll("owners") String uid) {
    scene.aws().group().tags.put(Ownership.CLUSTER, cluster);
    scene.aws().group().tags.put(Ownership.UID, uid);
    assertThat(scene.apply(planner).actions()).isEmpty();
    assertThat(scene.delete(planner).actions())
        .noneMatch(it -> it.action().target().kind() == ResourceKind.REPLICATION_GROUP);
  }

  @Property(tries = 100)
  void whatWasNotLookedAtLeadsToNothing(@ForAll("scenes") Scene scene, @ForAll("parts") int part) {
    var seen = scene.aws().observed();
    var cache = seen.cache();
    var partly =
        new Observed(
            seen.database(),
            new ObservedCache(
                part == 0 ? Sighting.unseen() : cache.group(),
                part == 1 ? Sighting.unseen() : cache.subnetGroup(),
                cache.parameterGroup(),
                List.of(),
                part == 2 ? Sighting.unseen() : cache.finalSnapshot(),
                Optional.empty()));
    var none = IntentRecord.none();
    var snapshotOnly = part == 2;
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
    return desired.cache().orElseThrow().deletionPolicy() == DeletionPolicy.SNAPSHOT;
  }

  /** A group made for one declaration, in any state, now wanted as another. */
  record Scene(Desired desired, SimulatedCache aws) {

    Plan apply(CachePlanner planner) {
      return planner.apply(desired, aws.observed(), IntentRecord.none());
    }

    Plan delete(CachePlanner planner) {
      return planner.delete(desired, aws.observed(), IntentRecord.none());
    }

    List<Plan> plans(CachePlanner planner) {
      return List.of(apply(planner), delete(planner));
    }
  }

  @Provide
  Arbitrary<Scene> scenes() {
    return Combinators.combine(
            CacheArbitraries.caches(),
            CacheArbitraries.caches(),
            CacheArbitraries.statusWords(),
            Arbitraries.of("cache.t3.medium", "cache.t3.small").optional(),
            Arbitraries.of(true, false))
        .as(CacheSafetyPropertiesTest::scene);
  }

  private static Scene scene(
      Desired made, Desired wanted, String status, Optional<String> pending, boolean failover) {
    var aws = new SimulatedCache();
    new CachePasses(aws).apply(made);
    aws.group().status = status;
    aws.group().pendingNodeType = pending;
    aws.group().automaticFailover = failover;
    return new Scene(wanted, aws);
  }

  @Provide
  Arbitrary<String> owners() {
    return Arbitraries.of("", "somebody-else", "uid-2");
  }

  @Provide
  Arbitrary<Integer> parts() {
    return Arbitraries.integers().between(0, 2);
  }
}
