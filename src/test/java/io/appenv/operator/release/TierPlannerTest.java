package io.appenv.operator.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.appenv.operator.autoscaling.TierAutoscaler;
import io.appenv.operator.golden.Blueprints;
import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.Configurations;
import io.appenv.operator.model.Connection;
import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.model.Endpoint;
import io.appenv.operator.model.Interruption;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.SecretText;
import io.appenv.operator.model.TierConfiguration;
import io.appenv.operator.model.Timing;
import io.appenv.operator.resolver.Specs;
import io.appenv.operator.workload.TierDeployment;
import io.appenv.operator.workload.TierNetworkPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class TierPlannerTest {

  private static final Blueprint BEFORE = blueprint(UnaryOperator.identity());

  @Test
  void whatRunsAsTheManifestSaysIsLeftAlone() {
    assertThat(planned(BEFORE, running(BEFORE))).isEmpty();
  }

  @Test
  void aTierThatDoesNotRunIsStartedOnceItHasItsCredentials() {
    var nothing = new RunningTiers(List.of(), List.of(), List.of());
    assertThat(planned(BEFORE, nothing))
        .extracting(it -> it.action().operation(), it -> it.action().target().name())
        .containsExactly(
            tuple("CreateDeployment", "production-frontend"),
            tuple("CreateDeployment", "production-backend"));
    assertThat(planned(BEFORE.declared(), nothing))
        .extracting(PlannedAction::timing)
        .containsExactly(Timing.NOW, Timing.AFTER_PREVIOUS);
  }

  @Test
  void anotherImageReplacesThePodsWithoutAnInterruption() {
    var after = blueprint(spec -> spec.replace("shop/backend:1", "shop/backend:2"));
    assertThat(planned(after, running(BEFORE)))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.action().operation()).isEqualTo("RollOutDeployment");
              assertThat(it.reason()).isEqualTo("image shop/backend:1 -> shop/backend:2");
              assertThat(it.changeClass()).isEqualTo(ChangeClass.RESTART);
              assertThat(it.isDisruptive()).isFalse();
            });
  }

  @Test
  void anotherSizeIsTold() {
    var after = blueprint(spec -> spec.replace("memory: 4Gi", "memory: 8Gi"));
    assertThat(planned(after, running(BEFORE)))
        .extracting(PlannedAction::reason)
        .containsExactly("resources.memory 4Gi -> 8Gi");
  }

  @Test
  void anotherSetOfVariablesIsToldByItsId() {
    var one = reading(version("1"));
    var other = version("canary");
    assertThat(planned(one, running(one))).isEmpty();
    assertThat(planned(reading(other), running(one)))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.action().target().name()).isEqualTo("production-backend");
              assertThat(it.reason())
                  .isEqualTo(
                      "configuration of tier backend %s -> %s"
                          .formatted(
                              version("1").read().orElseThrow(), other.read().orElseThrow()));
              assertThat(it.changeClass()).isEqualTo(ChangeClass.RESTART);
              assertThat(it.toString()).doesNotContain("canary");
            });
  }

  @Test
  void podsAreReplacedOnlyOnceItIsKnownWhatTheyRead() {
    var after =
        blueprint(spec -> spec.replace("shop/backend:1", "shop/backend:2"))
            .configured(configurations(new TierConfiguration.Former(version("1").read())));
    assertThat(planned(after, running(reading(version("1")))))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.reason()).isEqualTo("image shop/backend:1 -> shop/backend:2");
              assertThat(it.timing()).isEqualTo(Timing.AFTER_PREVIOUS);
            });
  }

  private static TierConfiguration version(String value) {
    return TierConfiguration.of(
        new SecretText("key"), "backend", new TreeMap<>(Map.of("A", new SecretText(value))));
  }

  private static Configurations configurations(TierConfiguration configuration) {
    return new Configurations(Map.of("backend", configuration), Map.of(), Map.of());
  }

  private static Blueprint reading(TierConfiguration configuration) {
    return BEFORE.configured(configurations(configuration));
  }

  @Test
  void anythingElseOfThePodsIsAChangeToo() {
    var after = blueprint(spec -> spec.replace("ports: [8000]", "ports: [8001]"));
    assertThat(planned(after, running(BEFORE)))
        .extracting(PlannedAction::reason)
        .contains("other settings of the pods");
  }

  @Test
  void otherBoundsScaleWithoutNewPods() {
    var after = blueprint(spec -> spec.replace("max: 8, cpuPercent: 70", "max: 9, cpuPercent: 60"));
    assertThat(planned(after, running(BEFORE)))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.action().operation()).isEqualTo("ModifyAutoscaler");
              assertThat(it.reason()).isEqualTo("scaling.max 8 -> 9, scaling.cpuPercent 70 -> 60");
              assertThat(it.changeClass()).isEqualTo(ChangeClass.IN_PLACE);
            });
  }

  @Test
  void anOverrideIsInThePlanWithItsName() {
    assertThat(planned(overridden(6, 16, false), running(BEFORE)))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.action().operation()).isEqualTo("ModifyAutoscaler");
              assertThat(it.reason())
                  .isEqualTo(
                      "scaling.min 2 -> 6, scaling.max 8 -> 16 (ScaleOverride sale until six)");
            });
    assertThat(planned(BEFORE, running(overridden(6, 16, false))))
        .extracting(PlannedAction::reason)
        .containsExactly("scaling.min 6 -> 2, scaling.max 16 -> 8");
  }

  @Test
  void thatNoPodsAreTakenAwayIsAChangeToo() {
    assertThat(planned(overridden(2, 8, true), running(BEFORE)))
        .extracting(PlannedAction::reason)
        .containsExactly("scaleIn Allowed -> Frozen (ScaleOverride sale until six)");
    assertThat(planned(BEFORE, running(overridden(2, 8, true))))
        .extracting(PlannedAction::reason)
        .containsExactly("scaleIn Frozen -> Allowed");
    assertThat(planned(overridden(2, 8, true), running(overridden(2, 8, true)))).isEmpty();
  }

  private static Blueprint overridden(int min, int max, boolean frozen) {
    var desired = BEFORE.desired();
    var by = new DesiredTier.Overridden(2, frozen, "ScaleOverride sale until six");
    return new Blueprint(
        desired.with(
            desired.tiers().stream()
                .map(it -> it.name().equals("backend") ? scaled(it, min, max, by) : it)
                .toList()),
        BEFORE.database(),
        BEFORE.cache(),
        Set.of());
  }

  private static DesiredTier scaled(DesiredTier tier, int min, int max, DesiredTier.Overridden by) {
    return tier.scaledBy(tier.scaling().under(min, max, by));
  }

  @Test
  void othersThatMayConnectAreAChangeOfItsOwn() {
    var after = blueprint(spec -> spec.replace("from: frontend", "from: LoadBalancer"));
    assertThat(planned(after, running(BEFORE)))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.action().operation()).isEqualTo("ModifyNetworkPolicy");
              assertThat(it.action().target().name()).isEqualTo("production-backend");
              assertThat(it.reason()).isEqualTo("accepts frontend on 8000 -> LoadBalancer on 8000");
              assertThat(it.changeClass()).isEqualTo(ChangeClass.IN_PLACE);
              assertThat(it.isDisruptive()).isFalse();
            });
  }

  @Test
  void aTierThatIsTakenOutOfTheManifestEndsForGood() {
    var after = blueprint(spec -> spec.replaceAll("(?s)  - name: backend.*?(?=database:)", ""));
    assertThat(planned(after, running(BEFORE)))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.action().operation()).isEqualTo("DeleteDeployment");
              assertThat(it.reason()).isEqualTo("spec.tiers has no tier backend any more");
              assertThat(it.interruption()).isEqualTo(Interruption.REMOVAL);
              assertThat(it.isDisruptive()).isTrue();
            });
  }

  /** They follow from what was decided before. */
  @Test
  void newCredentialsAreNoChangeThatSomebodyDecidesOn() {
    var elsewhere =
        new Connection(
            new Endpoint("elsewhere", 5432),
            Optional.empty(),
            Optional.of("appenv"),
            Optional.of("other"),
            Optional.of("app"),
            "other",
            true);
    var after = new Blueprint(BEFORE.desired(), Optional.of(elsewhere), BEFORE.cache(), Set.of());
    assertThat(planned(after, running(BEFORE))).isEmpty();
  }

  @Test
  void aDeploymentOfAnEarlierVersionIsTakenForTheSame() {
    var running = running(BEFORE);
    running.deployments().forEach(it -> it.getMetadata().setAnnotations(null));
    var after = blueprint(spec -> spec.replace("shop/backend:1", "shop/backend:2"));
    assertThat(planned(after, running)).isEmpty();
  }

  @Test
  void anotherTargetOfRequestsScalesWithoutNewPods() {
    var after = blueprint(spec -> spec.replace("PerMinute: 1000", "PerMinute: 1500"));
    assertThat(planned(after, running(BEFORE)))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.action().operation()).isEqualTo("ModifyAutoscaler");
              assertThat(it.reason())
                  .isEqualTo(
                      "scaling.requestsPerMinute 1k by appenv-requests-per-minute ->"
                          + " 1500 by appenv-requests-per-minute");
            });
    var none = blueprint(spec -> spec.replace(", requestsPerMinute: 1000", ""));
    assertThat(planned(none, running(BEFORE)))
        .extracting(PlannedAction::reason)
        .containsExactly("scaling.requestsPerMinute 1k by appenv-requests-per-minute -> none");
  }

  @Test
  void onlyTheTierWhoseChangeWaitsIsHeld() {
    var after = blueprint(spec -> spec.replace("shop/backend:1", "shop/backend:2"));
    var plan = TierPlanner.plan(after, running(BEFORE));
    assertThat(held(after, plan)).isEmpty();
    assertThat(held(after, at(plan, Timing.AFTER_APPROVAL))).containsExactly("backend");
    assertThat(held(after, at(plan, Timing.NOT_AT_ALL))).containsExactly("backend");
  }

  private static Set<String> held(Blueprint blueprint, Plan plan) {
    return blueprint.under(plan, Optional.empty()).heldTiers();
  }

  private static Plan at(Plan plan, Timing timing) {
    return plan.map(it -> it.at(timing));
  }

  private static List<PlannedAction> planned(Blueprint blueprint, RunningTiers running) {
    return TierPlanner.plan(blueprint, running).actions();
  }

  private static Blueprint blueprint(UnaryOperator<String> change) {
    var spec = Specs.PRODUCTION.replace("vpc-1", Blueprints.VPC);
    return Blueprints.connected(Specs.environment(change.apply(spec)));
  }

  private static RunningTiers running(Blueprint blueprint) {
    var tiers = blueprint.desired().tiers();
    return new RunningTiers(
        tiers.stream().map(tier -> TierDeployment.build(blueprint, tier)).toList(),
        tiers.stream().map(tier -> TierAutoscaler.build(blueprint, tier)).toList(),
        tiers.stream().flatMap(tier -> TierNetworkPolicy.build(blueprint, tier).stream()).toList());
  }
}
