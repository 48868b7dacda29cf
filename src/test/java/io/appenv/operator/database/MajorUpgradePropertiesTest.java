package io.appenv.operator.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.ChangePolicy;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.GovernedCalls;
import io.appenv.operator.model.Plan;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any change of a database that takes it to a later major version too. */
class MajorUpgradePropertiesTest {

  /** A database before and after. */
  record Upgrade(Desired before, Desired after) {}

  @Property(tries = 300)
  void oneApprovalIsEnoughAndTheCallsAreThoseOfThePlan(
      @ForAll("upgrades") Upgrade upgrade, @ForAll ChangePolicy policy) {
    var aws = new SimulatedDatabase();
    var passes = DatabasePasses.begun(aws, upgrade.before(), policy);
    var plan = passes.plan(upgrade.after());
    passes.governed().under(policy, plan.hash());

    passes.complete(upgrade.after());

    var promised = policy == ChangePolicy.PLAN_ONLY ? Plan.empty() : plan;
    assertThat(passes.governed().made()).isEqualTo(GovernedCalls.promised(promised));
  }

  @Property(tries = 300)
  void whatIsReachedIsWhatWouldHaveBeenCreated(@ForAll("upgrades") Upgrade upgrade) {
    var aws = new SimulatedDatabase();
    var passes = DatabasePasses.begun(aws, upgrade.before(), ChangePolicy.AUTO);
    passes.governed().under(ChangePolicy.AUTO, passes.plan(upgrade.after()).hash());
    passes.complete(upgrade.after());
    aws.instance().tags.remove("appenv.io/upgraded-with");

    var fresh = new SimulatedDatabase();
    new DatabasePasses(fresh).apply(upgrade.after());
    assertThat(passes.apply(upgrade.after())).isEqualTo(Plan.empty());
    assertThat(aws.observed(upgrade.after())).isEqualTo(fresh.observed(upgrade.after()));
    assertThat(aws.copies).hasSize(1);
  }

  /** Under every policy: nothing leads back from an upgrade. */
  @Property(tries = 300)
  void nothingOfItIsBegunUnasked(@ForAll("upgrades") Upgrade upgrade, @ForAll ChangePolicy policy) {
    var aws = new SimulatedDatabase();
    var passes = DatabasePasses.begun(aws, upgrade.before(), policy);

    passes.complete(upgrade.after());

    assertThat(aws.copies).isEmpty();
    assertThat(aws.otherGroups).isEmpty();
    assertThat(aws.calls).noneMatch(DatabaseAction.UpgradeInstance.class::isInstance);
    assertThat(aws.instance().engineVersion).startsWith("16.");
  }

  @Property(tries = 300)
  void nothingOfItIsCalledOutsideTheWindow(@ForAll("upgrades") Upgrade upgrade) {
    var aws = new SimulatedDatabase();
    var passes = DatabasePasses.begun(aws, upgrade.before(), ChangePolicy.AUTO);
    passes.governed().under(ChangePolicy.AUTO, passes.plan(upgrade.after()).hash());

    passes.apply(upgrade.after());

    assertThat(aws.copies).isEmpty();
    assertThat(aws.calls).noneMatch(DatabaseAction.UpgradeInstance.class::isInstance);
  }

  @Property(tries = 100)
  void oneThatFailsIsTriedOnceForEachApproval(@ForAll("upgrades") Upgrade upgrade) {
    var aws = new SimulatedDatabase();
    var passes = DatabasePasses.begun(aws, upgrade.before(), ChangePolicy.AUTO);
    aws.instance().refusesUpgrades = true;
    passes.governed().under(ChangePolicy.AUTO, passes.plan(upgrade.after()).hash());
    passes.complete(upgrade.after());
    assertThat(tries(aws)).isEqualTo(1);

    passes.governed().under(ChangePolicy.AUTO, passes.plan(upgrade.after()).hash());
    passes.complete(upgrade.after());
    assertThat(tries(aws)).isEqualTo(2);
    assertThat(aws.copies).hasSize(2);
  }

  private static long tries(SimulatedDatabase aws) {
    return aws.calls.stream().filter(DatabaseAction.UpgradeInstance.class::isInstance).count();
  }

  @Provide
  Arbitrary<Upgrade> upgrades() {
    return Combinators.combine(
            DatabaseArbitraries.databases("16"), versions().flatMap(DatabaseArbitraries::databases))
        .as(Upgrade::new);
  }

  private static Arbitrary<String> versions() {
    return Arbitraries.of("17", "17.6", "18");
  }
}
