package io.appenv.operator.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.ChangePolicy;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.Reason;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parameter group of a cache. */
class CacheParametersTest {

  private static final String GROUP = CacheExample.IDENTIFIER + "-redis7";

  private final SimulatedCache aws = new SimulatedCache();
  private final CachePasses passes = new CachePasses(aws);

  @Test
  void withoutParametersTheDefaultGroupStays() {
    passes.apply(CacheExample.production());
    assertThat(aws.group().parameterGroup).isEqualTo("default.redis7");
    assertThat(aws.parameters.groups).isEmpty();
  }

  @Test
  void aNewCacheIsCreatedWithItsGroup() {
    assertThat(passes.plan(with(Map.of("timeout", "30"))).actions())
        .extracting(it -> it.action().operation())
        .containsExactly(
            "CreateCacheSubnetGroup",
            "CreateCacheParameterGroup",
            "ModifyCacheParameterGroup",
            "CreateReplicationGroup");
    passes.apply(with(Map.of("timeout", "30")));
    assertThat(aws.group().parameterGroup).isEqualTo(GROUP);
    assertThat(value("timeout")).contains("30");
  }

  @Test
  void aCacheIsGivenItsGroupAtOnce() {
    passes.apply(CacheExample.production());
    assertThat(passes.apply(with(Map.of("timeout", "30")))).isEqualTo(Plan.empty());
    assertThat(aws.group().parameterGroup).isEqualTo(GROUP);
  }

  @Test
  void aGroupIsNotAttachedWhileAwsHoldsSomethingForItsWindow() {
    passes.apply(CacheExample.production());
    aws.group().pendingOthers = true;
    var plan = passes.apply(with(Map.of()));
    assertThat(plan.actions()).isEmpty();
    assertThat(plan.findings())
        .extracting(Failure::message)
        .containsExactly(
            "parameterGroup is changed after what AWS applies in the maintenance window"
                + " sun:20:00-sun:21:00");
    assertThat(aws.group().parameterGroup).isEqualTo("default.redis7");
  }

  @Test
  void whatIsTakenOutOrSetByHandGoesBackToItsDefault() {
    passes.apply(with(Map.of("timeout", "30", "maxmemory-policy", "allkeys-lru")));
    passes.apply(with(Map.of("maxmemory-policy", "allkeys-lru")));
    assertThat(value("timeout")).contains("0");
    assertThat(value("maxmemory-policy")).contains("allkeys-lru");
    passes.apply(CacheExample.production());
    assertThat(value("maxmemory-policy")).contains("allkeys-lru");
    assertThat(aws.group().parameterGroup).isEqualTo(GROUP);
  }

  @ParameterizedTest
  @CsvSource({
    "latency, which family redis7 does not have",
    "maxmemory, which ElastiCache lets nobody change",
    "databases, for which all nodes would have to be restarted"
  })
  void whatCannotBeSetIsRefusedByName(String name, String why) {
    passes.apply(with(Map.of()));
    var plan = passes.apply(with(Map.of(name, "5", "timeout", "30")));
    assertThat(plan.findings())
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).isEqualTo(Reason.INVALID_REQUEST))
        .satisfies(
            it ->
                assertThat(it.message())
                    .contains("spec.cache.parameters names " + name + ", " + why));
    assertThat(value("timeout")).contains("30");
  }

  @Test
  void aMajorVersionComesWithTheGroupOfItsFamilyInOneCall() {
    passes.apply(with(Map.of("timeout", "30"), "6.2"));
    passes.governed().under(ChangePolicy.AUTO, passes.plan(with(Map.of("timeout", "30"))).hash());
    passes.apply(with(Map.of("timeout", "30")));
    assertThat(aws.group().parameterGroup).isEqualTo(CacheExample.IDENTIFIER + "-redis6");
    aws.maintenanceWindow();
    assertThat(passes.apply(with(Map.of("timeout", "30")))).isEqualTo(Plan.empty());
    assertThat(aws.group().engineVersion).isEqualTo("7.1.0");
    assertThat(aws.group().parameterGroup).isEqualTo(GROUP);
    assertThat(value("timeout")).contains("30");

    passes.delete(with(Map.of("timeout", "30")));
    assertThat(aws.parameters.groups).isEmpty();
  }

  @Test
  void aMajorVersionIsRefusedWhileNothingIsSaidOfTheParameters() {
    passes.apply(with(Map.of("timeout", "30"), "6.2"));
    var plan = passes.apply(CacheExample.production());
    assertThat(plan.actions()).isEmpty();
    assertThat(plan.findings())
        .extracting(Failure::message)
        .containsExactly(
            "the cache uses parameter group appenv-shop-production-redis6, which Redis 7.1 cannot"
                + " take over; say in spec.cache.parameters what is to be set, or write {} there");
  }

  @Test
  void theGroupGoesAfterTheCacheAndStaysWithOneThatIsRetained() {
    passes.apply(with(Map.of("timeout", "30")));
    passes.delete(CacheExample.production());
    assertThat(aws.parameters.groups).isEmpty();
    assertThat(
            new CachePlanner()
                .delete(CacheExample.production(), aws.observed(), IntentRecord.none())
                .actions())
        .isEmpty();
  }

  private Optional<String> value(String name) {
    var group = Objects.requireNonNull(aws.parameters.groups.get(GROUP));
    return Objects.requireNonNull(group.parameters().get(name)).value();
  }

  private static Desired with(Map<String, String> parameters) {
    return with(parameters, "7.1");
  }

  private static Desired with(Map<String, String> parameters, String version) {
    return CacheExample.production(
        it -> {
          it.parameters = Optional.of(parameters);
          it.version = version;
        });
  }
}
