package io.appenv.operator.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Desired;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.Reason;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any declared cache against ElastiCache as the simulation knows it. */
class CachePlannerPropertiesTest {

  private final CachePlanner planner = new CachePlanner();

  @Property(tries = 300)
  void whatIsReachedNeedsNothingMore(@ForAll("caches") Desired any) {
    var aws = new SimulatedCache();
    new CachePasses(aws).apply(any);

    assertThat(planner.apply(any, aws.observed(), IntentRecord.none())).isEqualTo(Plan.empty());
  }

  @Property(tries = 300)
  void thereAndBackEndsWhereItBegan(
      @ForAll("caches") Desired here,
      @ForAll("caches") Desired there,
      @ForAll boolean windowBetween) {
    var aws = new SimulatedCache();
    var passes = new CachePasses(aws);
    passes.apply(here);
    var before = aws.lasting();

    passes.apply(there);
    if (windowBetween) {
      aws.maintenanceWindow();
    }
    passes.apply(here);
    aws.maintenanceWindow();

    assertThat(passes.apply(here)).isEqualTo(Plan.empty());
    assertThat(aws.lasting()).isEqualTo(before);
  }

  @Property(tries = 300)
  void aChangeIsCompleteAfterTheMaintenanceWindow(
      @ForAll("caches") Desired before, @ForAll("caches") Desired after) {
    var aws = new SimulatedCache();
    var passes = new CachePasses(aws);
    passes.apply(before);
    var first = passes.apply(after);
    assertThat(first.findings()).allMatch(it -> it.reason() == Reason.PENDING_MAINTENANCE);
    aws.maintenanceWindow();

    var fresh = new SimulatedCache();
    new CachePasses(fresh).apply(after);
    assertThat(passes.apply(after)).isEqualTo(Plan.empty());
    assertThat(aws.lasting()).isEqualTo(fresh.lasting());
  }

  @Property(tries = 300)
  void theNodeTypeChangesInTheMaintenanceWindowOnly(
      @ForAll("caches") Desired before, @ForAll("caches") Desired after) {
    var aws = new SimulatedCache();
    var passes = new CachePasses(aws);
    passes.apply(before);
    passes.apply(after);
    assertThat(aws.group().nodeType).isEqualTo(CacheExample.cache(before).nodeType());
  }

  @Property(tries = 300)
  void deletionFollowsItsPolicyToTheLetter(@ForAll("caches") Desired any) {
    var aws = new SimulatedCache();
    var passes = new CachePasses(aws);
    passes.apply(any);
    var end = passes.delete(any);

    switch (CacheExample.cache(any).deletionPolicy()) {
      case SNAPSHOT -> {
        assertThat(aws.group).isNull();
        assertThat(aws.snapshot).isNotNull();
        assertThat(aws.subnetGroup).isNull();
        assertThat(end).isEqualTo(Plan.empty());
      }
      case RETAIN -> {
        assertThat(aws.group().tags).containsEntry("appenv.io/retained", "true");
        assertThat(end).isEqualTo(Plan.empty());
      }
      case DELETE -> assertThat(aws.group == null).isEqualTo(any.deletionConfirmed());
    }
  }

  @Provide
  Arbitrary<Desired> caches() {
    return CacheArbitraries.caches();
  }
}
