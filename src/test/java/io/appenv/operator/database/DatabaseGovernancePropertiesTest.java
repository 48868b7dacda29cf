package io.appenv.operator.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.ChangePolicy;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.GovernedCalls;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any change of a database under the rules its owner gave. */
class DatabaseGovernancePropertiesTest {

  @Property(tries = 300)
  void theCallsAreThoseOfThePlan(
      @ForAll("databases") Desired before,
      @ForAll("databases") Desired after,
      @ForAll boolean fromNothing) {
    var aws = new SimulatedDatabase();
    var passes = new DatabasePasses(aws);
    if (!fromNothing) {
      passes.apply(before);
    }
    passes.governed().under(ChangePolicy.AUTO);
    var plan = passes.plan(after);

    passes.apply(after);
    passes.applyInWindow(after);

    assertThat(passes.governed().made()).isEqualTo(GovernedCalls.promised(plan));
  }

  @Property(tries = 300)
  void aPlanOnlyIsNeverCarriedOut(
      @ForAll("databases") Desired before, @ForAll("databases") Desired after) {
    var aws = new SimulatedDatabase();
    var passes = new DatabasePasses(aws);
    passes.apply(before);
    passes.governed().under(ChangePolicy.PLAN_ONLY);
    var hash = passes.plan(after).hash();
    passes.governed().under(ChangePolicy.PLAN_ONLY, hash);
    var was = aws.observed();

    passes.apply(after);

    assertThat(passes.governed().made()).isEmpty();
    assertThat(aws.observed()).isEqualTo(was);
  }

  @Property(tries = 300)
  void whatInterruptsWaitsForApproval(
      @ForAll("databases") Desired before, @ForAll("databases") Desired after) {
    var aws = new SimulatedDatabase();
    var passes = new DatabasePasses(aws);
    passes.apply(before);
    passes.governed().under(ChangePolicy.APPROVE_DISRUPTIVE);
    var plan = passes.plan(after);
    var harmless =
        Plan.of(
            plan.actions().stream().filter(action -> !action.isDisruptive()).toList(), List.of());

    passes.apply(after);

    assertThat(passes.governed().made()).isEqualTo(GovernedCalls.promised(harmless));
  }

  @Property(tries = 300)
  void oneApprovalIsEnoughForAWholePlan(
      @ForAll("databases") Desired before,
      @ForAll("databases") Desired after,
      @ForAll boolean fromNothing) {
    var aws = new SimulatedDatabase();
    var passes = new DatabasePasses(aws);
    if (!fromNothing) {
      passes.apply(before);
    }
    passes.governed().under(ChangePolicy.APPROVE_ALL);
    var hash = passes.plan(after).hash();
    passes.apply(after);
    assertThat(passes.governed().made()).isEmpty();

    passes.governed().under(ChangePolicy.APPROVE_ALL, hash);
    passes.apply(after);
    var end = passes.applyInWindow(after);

    assertThat(end.actions()).isEmpty();
    aws.maintenanceWindow();
    passes.governed().under(ChangePolicy.AUTO);
    assertThat(passes.apply(after).actions()).isEmpty();
    assertThat(passes.governed().made()).isEmpty();
  }

  @Property(tries = 300)
  void anEmergencyHurriesWhatAwsHoldsForItsWindow(
      @ForAll("databases") Desired before, @ForAll("databases") Desired after) {
    var passes = new DatabasePasses(new SimulatedDatabase());
    passes.apply(before);
    passes.apply(after);
    var held = passes.plan(after);
    passes.governed().underEmergency(held.hash());

    var end = passes.apply(after);

    assertThat(passes.governed().made()).isEqualTo(GovernedCalls.held(held));
    assertThat(end.actions()).isEmpty();
    assertThat(GovernedCalls.held(end)).isEmpty();
  }

  @Property(tries = 300)
  void anApprovalIsWorthNothingForAnotherPlan(
      @ForAll("databases") Desired before,
      @ForAll("databases") Desired approved,
      @ForAll("databases") Desired after) {
    var aws = new SimulatedDatabase();
    var passes = new DatabasePasses(aws);
    passes.apply(before);
    passes.governed().under(ChangePolicy.APPROVE_ALL);
    var hash = passes.plan(approved).hash();
    var other = passes.plan(after);
    passes.governed().under(ChangePolicy.APPROVE_ALL, hash);

    passes.apply(after);

    if (!other.hash().equals(hash)) {
      assertThat(passes.governed().made()).isEmpty();
    }
    assertThat(passes.plan(after).actions()).noneMatch(PlannedAction::isCalledNow);
  }

  @Provide
  Arbitrary<Desired> databases() {
    return DatabaseArbitraries.databases();
  }
}
