package io.appenv.operator.scaling;

import static io.appenv.operator.scaling.Sales.END;
import static io.appenv.operator.scaling.Sales.START;
import static io.appenv.operator.scaling.Sales.overrides;
import static io.appenv.operator.scaling.Sales.sale;
import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.AppEnvironmentSpec;
import io.appenv.operator.api.v1alpha1.ScaleOverride;
import io.appenv.operator.resolver.Specs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverridesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "min: 6            | 6 | 8",
        "min: 6, max: 16   | 6 | 16",
        "min: 12           | 12 | 12",
        "max: 4            | 2 | 4",
        "replicas: 5       | 5 | 5",
        "replicas: 24      | 24 | 24",
        "min: 1            | 2 | 8",
        "replicas: 1       | 2 | 2"
      })
  void oneByItself(String wish, int fewest, int most) {
    var overrides = overrides(sale("sale", "tiers: [{name: backend, %s}]".formatted(wish)));

    assertThat(overrides.of("backend", START).orElseThrow().range())
        .isEqualTo(new PodRange(fewest, most));
    assertThat(overrides.of("frontend", START)).isEmpty();
  }

  @Test
  void severalAreTheMostOfEachAndSaySo() {
    var overrides =
        overrides(
            sale("summer", "tiers: [{name: backend, min: 6, max: 16}]"),
            sale("flash", "tiers: [{name: backend, replicas: 10}]"),
            sale("calm", "scaleIn: Frozen"));
    var effective = overrides.of("backend", START).orElseThrow();

    assertThat(effective.range()).isEqualTo(new PodRange(10, 16));
    assertThat(effective.frozen()).isTrue();
    assertThat(effective.explanation("backend"))
        .isEqualTo(
            "spec 2 to 8; flash exactly 10; summer 6 to 16; in force 10 to 16, none taken away");
    assertThat(effective.words("backend"))
        .startsWith("backend: 10 to 16 pods instead of 2 to 8, none taken away, by ScaleOverride")
        .contains("flash until 2026-12-01T18:00:00+09:00");
    assertThat(overrides.of("frontend", START).orElseThrow().range()).isEqualTo(new PodRange(2, 6));
  }

  @Test
  void itIsInForceFromItsPrewarmingOnAndNotAtItsEnd() {
    var overrides = overrides(sale("sale", "tiers: [{name: backend, min: 6}]"));
    var prewarming = START.minus(Duration.ofMinutes(10));

    assertThat(overrides.of("backend", prewarming.minusMillis(1))).isEmpty();
    assertThat(overrides.of("backend", prewarming)).isPresent();
    assertThat(overrides.of("backend", END.minusMillis(1))).isPresent();
    assertThat(overrides.of("backend", END)).isEmpty();

    assertThat(overrides.next(prewarming.minusMillis(1))).contains(prewarming);
    assertThat(overrides.next(prewarming)).contains(START);
    assertThat(overrides.next(START)).contains(END);
    assertThat(overrides.next(END)).isEmpty();
  }

  @Test
  void whatAsksForTooMuchIsNotHalfInForce() {
    var greedy = sale("greedy", "tiers: [{name: backend, max: 25}, {name: frontend, min: 4}]");

    assertThat(overrides(greedy).of("frontend", START)).isEmpty();
    assertThat(overrides(greedy).next(START)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: backend, replicas: 25 | 24 pods at most by an override, and 25 are asked for",
        "name: backend, max: 1000    | overrideMax",
        "name: worker, min: 4        | no tier worker; write one of backend, frontend",
      })
  void whatIsRefusedSaysWhatToDo(String wish, String words) {
    var reading = WishReader.read(sale("sale", "tiers: [{%s}]".formatted(wish)));

    assertThat(reading).isInstanceOf(Reading.Readable.class);
    var refusal =
        Refusal.of(
                ((Reading.Readable) reading).wish(),
                TierLimits.of(Sales.spec()),
                DataLimits.of(Sales.spec()))
            .orElseThrow();
    assertThat(refusal).contains(words).endsWith(".");
  }

  @Test
  void theOwnerOfTheEnvironmentSetsTheLimit() {
    var spec =
        Specs.environment(Specs.PRODUCTION.replace("max: 8,", "max: 8, overrideMax: 40,"))
            .getSpec();
    var wish = TierWish.of(sale("a", "tiers: [{name: backend, min: 40}]").getSpec().tiers().get(0));

    assertThat(most(spec)).isEqualTo(40);
    assertThat(most(Sales.spec())).isEqualTo(24);
    assertThat(wish.asked()).isEqualTo(40);
  }

  private static int most(AppEnvironmentSpec spec) {
    return Objects.requireNonNull(TierLimits.of(spec).get("backend")).most();
  }

  /** Kubernetes scales by 80 % of the CPU where nothing else is said. */
  @Test
  void aTierWithoutATargetTakesFixedNumbersOnly() {
    var fixed = Specs.PRODUCTION.replaceAll("min: 2, max: 8.*", "min: 2, max: 2}");
    var limits = TierLimits.of(Specs.environment(fixed).getSpec());

    assertThat(refused("min: 2, max: 6", limits)).isTrue();
    assertThat(refused("min: 6", limits)).isFalse();
    assertThat(refused("replicas: 6", limits)).isFalse();
  }

  private static boolean refused(String wish, Map<String, TierLimits> limits) {
    var reading = WishReader.read(sale("a", "tiers: [{name: backend, %s}]".formatted(wish)));
    return Refusal.of(((Reading.Readable) reading).wish(), limits, DataLimits.none()).isPresent();
  }

  @Test
  void theEnvironmentShowsWhatCountsAndTheManifestStays() {
    var desired = Specs.resolve(Specs.PRODUCTION).desired().orElseThrow();
    var effective = Specs.resolve(Specs.PRODUCTION).effective().orElseThrow();
    var scaled = new Scaled(overrides(sale("sale", "tiers: [{name: backend, min: 6}]")), START);

    var backend = scaled.of(desired).tiers().get(1).scaling();
    assertThat(backend.min()).isEqualTo(6);
    assertThat(backend.declaredMin()).isEqualTo(2);
    assertThat(backend.isScaleInFrozen()).isFalse();
    assertThat(scaled.of(desired).tiers().getFirst()).isEqualTo(desired.tiers().getFirst());
    assertThat(scaled.of(effective).tiers().get(1).scaling().min()).isEqualTo(6);
    assertThat(scaled.of(effective).overrides())
        .containsExactly(
            "backend: 6 to 8 pods instead of 2 to 8, by ScaleOverride sale until"
                + " 2026-12-01T18:00:00+09:00");

    var over = new Scaled(scaled.overrides(), END);
    assertThat(over.of(desired)).isEqualTo(desired);
    assertThat(over.of(effective)).isEqualTo(effective);
  }

  private static final String ALLOWING =
      Specs.PRODUCTION.concat("operations: {overrides: {dataServices: Allowed}}\n");

  private static Overrides allowing(ScaleOverride... overrides) {
    return Overrides.of(List.of(overrides), Specs.environment(ALLOWING).getSpec());
  }

  /** The manifest says db.t3.medium and 2 nodes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "database: {instanceClass: db.r6g.large}   | db.r6g.large  | 2",
        "database: {instanceClass: db.t3.small}    | db.t3.medium  | 2",
        "database: {instanceClass: db.t4g.medium}  | db.t3.medium  | 2",
        "cache: {nodes: 4}                         | db.t3.medium  | 4",
        "cache: {nodes: 1}                         | db.t3.medium  | 2"
      })
  void dataStoresAreLargerWhileItIsAllowed(String wish, String instanceClass, int nodes) {
    var environment = Specs.environment(ALLOWING);
    var sized = new Scaled(allowing(sale("sale", wish)), START).of(environment).getSpec();

    assertThat(sized.database()).extracting(it -> it.instanceClass()).isEqualTo(instanceClass);
    assertThat(sized.cache()).extracting(it -> it.nodes()).isEqualTo(nodes);
    assertThat(environment.getSpec()).isEqualTo(Specs.environment(ALLOWING).getSpec());
  }

  @Test
  void theLargestDataStoresCountAndSaySo() {
    var scaled =
        new Scaled(
            allowing(
                sale("a", "database: {instanceClass: db.m5.large}\ncache: {nodes: 3}"),
                sale("b", "database: {instanceClass: db.r5.large}"),
                sale("c", "database: {instanceClass: db.t3.large}\ncache: {nodes: 5}")),
            START);

    assertThat(scaled.overrides().data(START).words())
        .containsExactly(
            "database: db.r5.large instead of db.t3.medium, by ScaleOverride a until"
                + " 2026-12-01T18:00:00+09:00, ScaleOverride b until 2026-12-01T18:00:00+09:00,"
                + " ScaleOverride c until 2026-12-01T18:00:00+09:00",
            "cache: 5 nodes instead of 2, by ScaleOverride a until 2026-12-01T18:00:00+09:00,"
                + " ScaleOverride c until 2026-12-01T18:00:00+09:00");
    var environment = Specs.environment(ALLOWING);
    assertThat(new Scaled(scaled.overrides(), END).of(environment)).isSameAs(environment);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stage: Production  | db.r5.large | dataServices",
        "stage: Development | db.r5.large | no database on AWS",
        "uses: [database, cache] | db.x2g.large | not known"
      })
  void dataStoresStayWhereTheyMayNotChange(String part, String instanceClass, String words) {
    var spec =
        switch (part) {
          case "stage: Production" -> Specs.PRODUCTION;
          case "stage: Development" -> Specs.DEVELOPMENT;
          default -> ALLOWING;
        };
    var wish = new DataWish(Optional.of(instanceClass), Optional.empty());

    assertThat(wish.refusal(DataLimits.of(Specs.environment(spec).getSpec())).orElseThrow())
        .contains(words);
  }
}
