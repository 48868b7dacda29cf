package io.appenv.operator.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.ChangePolicy;
import io.appenv.operator.model.Consent;
import io.appenv.operator.model.Custody;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.GovernedCalls;
import io.appenv.operator.model.GroupAccess;
import io.appenv.operator.model.GroupOrigin;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Interruption;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.SubnetGroup;
import io.appenv.operator.model.TransitEncryption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a replication group that a spec names. */
class CacheAdoptionTest {

  private static final String GROUP = "shop-cache";

  private final CachePlanner planner = new CachePlanner();
  private final SimulatedCache aws = new SimulatedCache();
  private final CachePasses passes = new CachePasses(aws);

  @Test
  void nothingIsCreatedUnderANameToBeAdopted() {
    var plan = plan(adopting());
    assertThat(plan.actions()).isEmpty();
    assertThat(reasons(plan)).containsExactly(Reason.ADOPTION_TARGET_MISSING);
  }

  @Test
  void withoutConsentItIsNotOursAndTheRemedyIsACommand() {
    consenting();
    aws.group().tags.put(Consent.TAG, "shop/staging");
    var plan = plan(adopting());
    assertThat(plan.actions()).isEmpty();
    assertThat(reasons(plan)).containsExactly(Reason.NOT_OURS);
    assertThat(plan.findings().getFirst().message())
        .contains("aws elasticache add-tags-to-resource")
        .contains("Value=shop/production");
  }

  @ParameterizedTest
  @EnumSource(ChangePolicy.class)
  void nothingIsCalledBeforeApprovalUnderWhateverPolicy(ChangePolicy policy) {
    consenting();
    aws.group().nodeType = "cache.m6g.large";
    passes.governed().under(policy);

    passes.apply(adopting());

    assertThat(passes.governed().made()).isEmpty();
    assertThat(passes.plan(adopting()).actions()).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = ChangePolicy.class,
      names = {"AUTO", "APPROVE_ALL"})
  void oneApprovalCarriesOutWhatThePlanListed(ChangePolicy policy) {
    consenting();
    aws.group().nodeType = "cache.m6g.large";
    aws.group().snapshotRetentionDays = 9;
    passes.governed().under(policy);
    var plan = passes.plan(adopting());
    passes.governed().under(policy, plan.hash());

    passes.apply(adopting());

    assertThat(passes.governed().made()).isEqualTo(GovernedCalls.promised(plan));
    aws.maintenanceWindow();
    assertThat(plan(adopting())).isEqualTo(Plan.empty());
    assertThat(aws.group().tags)
        .containsEntry(Ownership.UID, "uid-1")
        .containsEntry(Consent.TAG, "adopted");
    assertThat(aws.subnetGroup).isEqualTo(subnets("vpc-1"));
  }

  @Test
  void withThePatchNothingButTheOwnershipAndTheTokenChanges() {
    consenting();
    aws.group().nodeType = "cache.m6g.large";
    aws.group().snapshotWindow = "01:00-02:00";
    aws.group().snapshotRetentionDays = 9;
    assertThat(CacheAdoption.of(adopting(), aws.observed()).orElseThrow().patch().json())
        .isEqualTo(
            "{\"spec\":{\"cache\":{\"nodeType\":\"cache.m6g.large\","
                + "\"snapshot\":{\"retention\":\"9d\",\"window\":\"01:00-02:00\"}}}}");
    var patched =
        adopting(
            it -> {
              it.nodeType = "cache.m6g.large";
              it.snapshotWindow = "01:00-02:00";
              it.snapshotRetentionDays = 9;
            });
    assertThat(CacheAdoption.of(patched, aws.observed()).orElseThrow().patch().isEmpty()).isTrue();
    assertThat(plan(patched).actions())
        .extracting(it -> it.action().operation())
        .containsExactly(
            "AddTagsToResource",
            "AddTagsToResource",
            "ModifyReplicationGroup",
            "AddTagsToResource",
            "ModifyReplicationGroup");
    assertThat(plan(patched).actions().get(2).reason()).contains("beside the former one");
    assertThat(plan(patched).actions().get(4).reason()).contains("locked out");
  }

  @ParameterizedTest
  @CsvSource({
    "true, false, true, false, is in cluster mode",
    "false, true, true, false, belongs to a global datastore",
    "false, false, false, false, is not encrypted on disk",
    "false, false, true, true, lets the users of a user group in",
  })
  void whatCannotBeChangedInPlaceIsRefused(
      boolean sharded, boolean global, boolean encrypted, boolean userGroups, String sentence) {
    consenting();
    aws.group().origin = new GroupOrigin(sharded, global, encrypted, userGroups);
    var plan = plan(adopting());
    assertThat(plan.actions()).isEmpty();
    assertThat(reasons(plan)).containsExactly(Reason.ADOPTION_REFUSED);
    assertThat(plan.findings().getFirst().message()).contains(sentence);
  }

  @Test
  void oneOfAnotherVpcIsRefusedAndOneOfAnUnseenVpcWaitedFor() {
    consenting();
    aws.subnetGroup = subnets("vpc-2");
    assertThat(reasons(plan(adopting()))).containsExactly(Reason.ADOPTION_REFUSED);
    assertThat(plan(adopting()).findings().getFirst().message()).contains("lives in vpc-2");

    aws.subnetGroup = null;
    var blind = plan(adopting());
    assertThat(blind.actions()).isEmpty();
    assertThat(reasons(blind)).containsExactly(Reason.OBSERVING);
  }

  @Test
  void oneOfEachVersionThatNoSpecNamesIsRefused() {
    consenting();
    for (var version : List.of("5.0.6", "7.2.6", "8.0.1")) {
      aws.group().engineVersion = version;
      assertThat(reasons(plan(adopting()))).containsExactly(Reason.ADOPTION_REFUSED);
    }
    aws.group().engineVersion = "7.0.7";
    assertThat(reasons(plan(adopting()))).isEmpty();
  }

  /** Which a patch could not say, as the API refuses it. */
  @Test
  void ofOneNodeAReplicaIsPartOfThePlanAndNotOfThePatch() {
    consenting();
    aws.group().nodes = 1;
    aws.group().automaticFailover = false;
    aws.group().multiAz = false;

    assertThat(CacheAdoption.of(adopting(), aws.observed()).orElseThrow().patch().isEmpty())
        .isTrue();
    assertThat(plan(adopting()).actions())
        .extracting(it -> it.action().operation())
        .contains("IncreaseReplicaCount");
  }

  @Test
  void aPlainOneIsEncryptedInTwoStepsAndGivenItsTokenThen() {
    consenting();
    aws.group().access = new GroupAccess(TransitEncryption.NONE, false);

    var actions = plan(adopting()).actions();

    assertThat(actions)
        .extracting(it -> it.action().operation())
        .containsExactly(
            "AddTagsToResource",
            "ModifyReplicationGroup",
            "ModifyReplicationGroup",
            "AddTagsToResource",
            "ModifyReplicationGroup",
            "AddTagsToResource",
            "ModifyReplicationGroup");
    assertThat(actions.get(1).reason()).contains("transitEncryption none -> preferred");
    assertThat(actions.get(2).reason())
        .contains("transitEncryption preferred -> required")
        .contains("locked out");
    assertThat(actions.get(4).reason()).contains("clients without one are still let in");
    assertThat(actions.get(6).reason()).contains("or none, are locked out");
    assertThat(actions).extracting(PlannedAction::interruption).containsOnly(Interruption.NONE);
  }

  @Test
  void aPlainOneOfAVersionThatCannotBeEncryptedIsToBeRaisedFirst() {
    consenting();
    aws.group().access = new GroupAccess(TransitEncryption.NONE, false);
    for (var version : List.of("6.0.5", "6.2.6", "7.0.4")) {
      aws.group().engineVersion = version;
      var plan = plan(adopting());
      assertThat(plan.actions()).isEmpty();
      assertThat(reasons(plan)).containsExactly(Reason.ADOPTION_REFUSED);
      assertThat(plan.findings().getFirst().message())
          .contains("--engine-version 7.1 --apply-immediately");
    }
    aws.group().engineVersion = "7.0.5";
    assertThat(reasons(plan(adopting()))).isEmpty();
  }

  /** Whoever shows no token must not be sent there afterwards, nor before. */
  @Test
  void withoutATokenClientsAreLetInUntilItIsRememberedThatOneWasGiven() {
    consenting();
    aws.group().access = new GroupAccess(TransitEncryption.REQUIRED, false);
    aws.group().tags.putAll(Ownership.tags(CacheExample.ENVIRONMENT));
    assertThat(aws.group().seen().acceptsNoToken("secret-1")).isTrue();

    passes.interrupted(adopting(), 2);
    assertThat(aws.group().access.authenticated()).isTrue();
    assertThat(aws.group().seen().acceptsNoToken("secret-1")).isTrue();

    passes.apply(adopting());
    assertThat(aws.group().seen().acceptsNoToken("secret-2"))
        .as("of a Secret that is made again")
        .isFalse();
  }

  /** As ApplyImmediately would carry it out. */
  @Test
  void whileSomethingIsPendingEncryptionWaitsAndStaysInThePlan() {
    consenting();
    aws.group().access = new GroupAccess(TransitEncryption.PREFERRED, false);
    aws.group().tags.putAll(Ownership.tags(CacheExample.ENVIRONMENT));
    aws.group().pendingOthers = true;

    var plan = plan(adopting());

    assertThat(plan.actions()).hasSize(5).noneMatch(PlannedAction::isCalledNow);
    assertThat(reasons(plan)).containsExactly(Reason.PENDING_MAINTENANCE);
    assertThat(plan.findings().getFirst().message()).contains("transitEncryption is changed after");
  }

  @Test
  void anEnvironmentHasOneCacheOnly() {
    consenting();
    aws.elsewhere =
        Optional.of(aws.group().seen().tagged(Ownership.tags(CacheExample.ENVIRONMENT)));
    assertThat(reasons(plan(adopting()))).containsExactly(Reason.ADOPTION_REFUSED);
    aws.group = null;
    assertThat(plan(CacheExample.production()).actions()).isEmpty();
  }

  @Test
  void besideWhatALostClusterRetainedNoEmptyOneIsCreated() {
    consenting();
    aws.elsewhere = Optional.of(aws.group().seen().tagged(Map.of(Ownership.RETAINED, "true")));
    aws.group = null;
    var plan = plan(CacheExample.production());
    assertThat(plan.actions()).isEmpty();
    assertThat(reasons(plan)).containsExactly(Reason.NOT_OURS);
  }

  @Test
  void aReleasedOneIsMarkedAndThenLeftAlone() {
    passes.apply(CacheExample.production());
    var released = CacheExample.production(it -> it.custody = new Custody(false, true));
    passes.apply(released);
    assertThat(aws.group().tags).containsEntry(Ownership.RELEASED, "true");

    aws.calls.clear();
    aws.group().nodeType = "cache.m6g.large";
    assertThat(plan(released)).isEqualTo(Plan.empty());
    assertThat(passes.delete(released)).isEqualTo(Plan.empty());
    assertThat(aws.calls).isEmpty();
  }

  @Test
  void whatWasReleasedIsTakenBackByApprovalOnly() {
    passes.apply(CacheExample.production());
    passes.apply(CacheExample.production(it -> it.custody = new Custody(false, true)));
    passes.governed().under(ChangePolicy.AUTO);
    passes.apply(CacheExample.production());
    assertThat(passes.governed().made()).isEmpty();

    var hash = passes.plan(CacheExample.production()).hash();
    passes.governed().under(ChangePolicy.AUTO, hash);
    passes.apply(CacheExample.production());

    assertThat(aws.group().tags).containsEntry(Ownership.RELEASED, "false");
    assertThat(passes.governed().made()).hasSize(1);
  }

  @Test
  void oneThatIsNotTakenOverIsNotDeletedWithTheEnvironment() {
    consenting();
    passes.delete(adopting());
    assertThat(aws.calls).isEmpty();
  }

  private void consenting() {
    var created = new SimulatedGroup(CacheExample.cache(adopting()), aws.parameters);
    created.status = "available";
    created.tags.clear();
    created.tags.put(Consent.TAG, "shop/production");
    aws.group = created;
    aws.subnetGroup = subnets("vpc-1");
  }

  /** The groups of an adopted cache are somebody's, so that nothing tells whose. */
  private static SubnetGroup subnets(String vpc) {
    return new SubnetGroup("shop-subnets", "arn:shop", vpc, Set.of("subnet-z"), Map.of());
  }

  private Plan plan(Desired desired) {
    return planner.apply(desired, aws.observed(), IntentRecord.none());
  }

  private static Desired adopting() {
    return adopting(_ -> {});
  }

  private static Desired adopting(Consumer<CacheExample> change) {
    return CacheExample.production(
        it -> {
          it.identifier = GROUP;
          it.custody = new Custody(true, false);
          change.accept(it);
        });
  }

  private static List<Reason> reasons(Plan plan) {
    return plan.findings().stream().map(Failure::reason).toList();
  }
}
