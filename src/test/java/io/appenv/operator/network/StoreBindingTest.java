package io.appenv.operator.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Desired;
import io.appenv.operator.model.EnvironmentId;
import io.appenv.operator.model.Fingerprint;
import io.appenv.operator.model.IngressRule;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.RuleSource;
import io.appenv.operator.model.SecurityGroup;
import io.appenv.operator.resolver.Specs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What a data store that is there comes to carry, and that nobody is shut out on the way. */
class StoreBindingTest {

  private static final Desired USUAL = SecurityGroupPlannerTest.desired(Specs.PRODUCTION);
  private static final Desired CARRYING = SecurityGroupPlannerTest.desired(carrying());
  private static final Desired ADOPTING =
      SecurityGroupPlannerTest.desired(
          carrying().replace("storage: 100Gi}", "storage: 100Gi, adopt: {identifier: shop-db}}"));

  private final SimulatedStores aws = new SimulatedStores();

  private static String carrying() {
    return Specs.PRODUCTION.replace(
        "network: {vpc: {id: vpc-1}}",
        "network: {vpc: {id: vpc-1}, securityGroups: {pods: {clusterGroup: sg-c}}}");
  }

  private static Map<String, String> owned() {
    return Ownership.tags(USUAL.environment());
  }

  /** Both are the environment's. */
  private void ours() {
    aws.databaseTags.putAll(USUAL.database().orElseThrow().tags());
    aws.cacheTags.putAll(USUAL.cache().orElseThrow().tags());
  }

  /** The cache is, and the database is to be taken over, with consent. */
  private void toAdopt(List<String> carried) {
    aws.cacheTags.putAll(USUAL.cache().orElseThrow().tags());
    var environment = USUAL.environment();
    aws.databaseTags.put(
        "appenv.io/adoptable-by", environment.namespace() + "/" + environment.name());
    aws.database = carried;
  }

  private static SecurityGroup leftBehind(String id, String name, Map<String, String> tags) {
    return new SecurityGroup(
        id,
        name,
        "vpc-1",
        "arn",
        Set.of(IngressRule.tcp(5432, new RuleSource.OfRange("10.0.0.0/8"))),
        tags);
  }

  private static Map<String, String> retained() {
    var tags =
        new HashMap<>(Ownership.tags(new EnvironmentId("cluster-9", "other", "shop", "uid-9")));
    tags.put(Ownership.RETAINED, "true");
    return tags;
  }

  /** Of an environment of this name before this one. */
  private static Map<String, String> former() {
    var id = USUAL.environment();
    return Ownership.tags(new EnvironmentId(id.cluster(), id.namespace(), id.name(), "uid-0"));
  }

  private String own(String role) {
    return aws.groups.named(name(role)).id();
  }

  private static String name(String role) {
    return CARRYING.securityGroups().stream()
        .filter(it -> it.role().name().equals(role))
        .findFirst()
        .orElseThrow()
        .name();
  }

  private static List<String> words(List<PlannedAction> actions) {
    return actions.stream()
        .map(it -> it.timing() + " " + it.action().operation() + " " + it.reason())
        .toList();
  }

  private List<String> opened(Desired desired) {
    return words(aws.bindings(desired));
  }

  @Test
  void whatRunsWithoutGroupsIsLeftAlone() {
    ours();
    aws.settle(USUAL);

    assertThat(aws.database).containsExactly(SimulatedStores.USUAL);
    assertThat(aws.cache).containsExactly(SimulatedStores.USUAL);
  }

  @Test
  void aStoreOfOurOwnIsOpenedToNewPodsFirstAndClosedToAllOthersLast() {
    ours();
    aws.settle(USUAL);

    assertThat(opened(CARRYING))
        .containsExactly(
            "NOW ModifyDBInstance securityGroups sg-usual -> %1$s, sg-usual"
                .formatted(name("database")),
            "AFTER_PREVIOUS ModifyDBInstance securityGroups %1$s, sg-usual -> %1$s; nobody gets in from then on but the tiers that use it, and spec.network.peers"
                .formatted(name("database")),
            "NOW ModifyReplicationGroup securityGroups sg-usual -> %1$s, sg-usual"
                .formatted(name("cache")),
            "AFTER_PREVIOUS ModifyReplicationGroup securityGroups %1$s, sg-usual -> %1$s; nobody gets in from then on but the tiers that use it, and spec.network.peers"
                .formatted(name("cache")));
    aws.settle(CARRYING);
    assertThat(aws.database).containsExactly(own("database"));
    assertThat(aws.cache).containsExactly(own("cache"));
  }

  @Test
  void theLastStepWaitsForThePods() {
    ours();
    aws.settle(USUAL);
    aws.call(aws.plan(CARRYING, io.appenv.operator.model.DriftLedger.none()));

    assertThat(opened(CARRYING)).hasSize(2).allMatch(it -> it.startsWith("AFTER_ROLLOUT"));
  }

  @Test
  void anAdoptedStoreKeepsTheGroupsOfOthersAndIsTold() {
    toAdopt(List.of("sg-users"));
    aws.wasOpen = false;
    aws.settle(ADOPTING);

    assertThat(aws.database).containsExactlyInAnyOrder("sg-users", own("database"));
    assertThat(words(aws.calls))
        .anyMatch(
            it ->
                it.contains("ModifyDBInstance")
                    && it.endsWith(
                        "; sg-users stays, as it may let in clients that the spec does not name"));
  }

  @Test
  void theGroupThatAnEnvironmentLeftBehindIsDroppedAndDeleted() {
    aws.groups.put(leftBehind("sg-9", "appenv-other-shop-x-database", retained()));
    toAdopt(List.of("sg-9"));
    aws.wasOpen = false;
    aws.settle(ADOPTING);

    assertThat(aws.database).containsExactly(own("database"));
    assertThat(aws.groups.all()).extracting(SecurityGroup::id).doesNotContain("sg-9");
  }

  @Test
  void theGroupOfTheSameNameServesAsOurOwn() {
    aws.groups.put(leftBehind("sg-9", name("database"), former()));
    toAdopt(List.of("sg-9"));
    aws.wasOpen = false;
    aws.settle(ADOPTING);

    assertThat(aws.database).containsExactly("sg-9");
    assertThat(aws.groups.named(name("database")).tags()).containsAllEntriesOf(owned());
    assertThat(aws.groups.told(ADOPTING))
        .filteredOn(it -> it.startsWith("database"))
        .containsExactly("database accepts tcp 5432 from backend");
  }

  /** Its environment may live, so that is left to its owner. */
  @Test
  void theGroupOfAnotherEnvironmentThatIsNotGoneStays() {
    var lives = Ownership.tags(new EnvironmentId("cluster-1", "other", "shop", "uid-9"));
    aws.groups.put(leftBehind("sg-9", "appenv-other-shop-x-database", lives));
    toAdopt(List.of("sg-9"));
    aws.wasOpen = false;
    aws.settle(ADOPTING);

    assertThat(aws.database).containsExactlyInAnyOrder("sg-9", own("database"));
    assertThat(aws.groups.named("appenv-other-shop-x-database").tags()).isEqualTo(lives);
  }

  @Test
  void whoApprovesATakeoverSeesWhatBecomesOfGroups() {
    aws.groups.put(leftBehind("sg-9", "appenv-other-shop-x-database", retained()));
    toAdopt(List.of("sg-9"));

    assertThat(aws.bindings(ADOPTING))
        .filteredOn(PlannedAction::asked)
        .extracting(it -> it.action().operation())
        .containsExactly("CreateTags", "ModifyDBInstance");
    assertThat(opened(ADOPTING))
        .last()
        .isEqualTo("AFTER_PREVIOUS DeleteSecurityGroup no data store carries it any more");
  }

  @Property(tries = 200)
  void nobodyIsShutOutAndWhatIsCalledIsWhatWasShown(
      @ForAll("carried") Set<String> database, @ForAll("carried") Set<String> cache) {
    var stores = new StoreBindingTest();
    stores.ours();
    stores.aws.groups.put(leftBehind("sg-8", "appenv-other-shop-x-cache", retained()));
    stores.aws.settle(USUAL);
    stores.aws.database = List.copyOf(database);
    stores.aws.cache = List.copyOf(cache);
    stores.aws.wasOpen =
        database.contains(SimulatedStores.USUAL) && cache.contains(SimulatedStores.USUAL);
    var shown = stores.aws.bindings(CARRYING).stream().map(Fingerprint::of).toList();
    stores.aws.calls.clear();

    stores.aws.settle(CARRYING);

    assertThat(stores.aws.database).containsExactly(stores.own("database"));
    assertThat(stores.aws.cache).containsExactly(stores.own("cache"));
    assertThat(stores.aws.calls.stream().map(Fingerprint::of))
        .containsExactlyInAnyOrderElementsOf(shown);
  }

  @Property(tries = 200)
  void anAdoptedStoreLosesNothingButWhatWasLeftBehind(@ForAll("carried") Set<String> database) {
    var stores = new StoreBindingTest();
    stores.aws.groups.put(leftBehind("sg-8", "appenv-other-shop-x-database", retained()));
    stores.toAdopt(List.copyOf(database));
    stores.aws.wasOpen = false;

    stores.aws.settle(ADOPTING);

    var kept = new java.util.HashSet<>(database);
    kept.remove("sg-8");
    kept.add(stores.own("database"));
    assertThat(stores.aws.database).containsExactlyInAnyOrderElementsOf(kept);
    assertThat(Optional.of("sg-8").filter(database::contains).isPresent())
        .isEqualTo(
            stores.aws.groups.all().stream().map(SecurityGroup::id).noneMatch("sg-8"::equals));
  }

  @Provide
  Arbitrary<Set<String>> carried() {
    return Arbitraries.of(SimulatedStores.USUAL, "sg-users", "sg-8").set().ofMinSize(1);
  }
}
