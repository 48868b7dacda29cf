package io.appenv.operator.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Plan;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any declared database against RDS as the simulation knows it. */
class DatabasePlannerPropertiesTest {

  private final DatabasePlanner planner = new DatabasePlanner();

  @Property(tries = 300)
  void whatIsReachedNeedsNothingMore(@ForAll("databases") Desired any) {
    var aws = new SimulatedDatabase();
    new DatabasePasses(aws).apply(any);

    assertThat(planner.apply(any, aws.observed(), IntentRecord.none())).isEqualTo(Plan.empty());
  }

  @Property(tries = 300)
  void thereAndBackEndsWhereItBegan(
      @ForAll("databases") Desired here,
      @ForAll("databases") Desired there,
      @ForAll boolean windowBetween) {
    var aws = new SimulatedDatabase();
    var passes = new DatabasePasses(aws);
    passes.apply(here);
    var before = aws.observed();

    passes.apply(there);
    if (windowBetween) {
      aws.maintenanceWindow();
    }
    passes.apply(here);
    passes.applyInWindow(here);
    aws.maintenanceWindow();

    assertThat(aws.observed()).isEqualTo(before);
    assertThat(passes.apply(here)).isEqualTo(Plan.empty());
  }

  @Property(tries = 300)
  void aChangeIsCompleteAfterTheMaintenanceWindow(
      @ForAll("databases") Desired before, @ForAll("databases") Desired after) {
    var aws = new SimulatedDatabase();
    var passes = new DatabasePasses(aws);
    passes.apply(before);
    passes.apply(after);
    passes.applyInWindow(after);
    aws.maintenanceWindow();

    var fresh = new SimulatedDatabase();
    new DatabasePasses(fresh).apply(after);
    assertThat(passes.apply(after)).isEqualTo(Plan.empty());
    assertThat(aws.observed()).isEqualTo(fresh.observed());
  }

  @Property(tries = 300)
  void nothingInterruptsOutsideTheMaintenanceWindow(
      @ForAll("databases") Desired before, @ForAll("databases") Desired after) {
    var aws = new SimulatedDatabase();
    var passes = new DatabasePasses(aws);
    passes.apply(before);
    passes.apply(after);

    var was = DatabaseExample.database(before);
    assertThat(aws.instance().instanceClass).isEqualTo(was.instanceClass());
    assertThat(aws.instance().multiAz).isEqualTo(was.multiAz());
    assertThat(aws.calls).noneMatch(DatabaseAction.RebootInstance.class::isInstance);
  }

  @Property(tries = 300)
  void deletionFollowsItsPolicyToTheLetter(@ForAll("databases") Desired any) {
    var aws = new SimulatedDatabase();
    var passes = new DatabasePasses(aws);
    passes.apply(any);
    var end = passes.delete(any);

    switch (DatabaseExample.database(any).deletionPolicy()) {
      case SNAPSHOT -> {
        assertThat(aws.instance).isNull();
        assertThat(aws.snapshot).isNotNull();
        assertThat(aws.subnetGroup).isNull();
        assertThat(aws.parameterGroup).isNull();
        assertThat(end).isEqualTo(Plan.empty());
      }
      case RETAIN -> {
        assertThat(aws.instance().tags).containsEntry("appenv.io/retained", "true");
        assertThat(end).isEqualTo(Plan.empty());
      }
      case DELETE -> assertThat(aws.instance == null).isEqualTo(any.deletionConfirmed());
    }
  }

  @Provide
  Arbitrary<Desired> databases() {
    return DatabaseArbitraries.databases();
  }
}
