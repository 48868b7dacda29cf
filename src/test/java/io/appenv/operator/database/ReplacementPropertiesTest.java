package io.appenv.operator.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.ChangePolicy;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.GovernedCalls;
import io.appenv.operator.model.Plan;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any change of a database that changes its key too, by a copy that takes its place. */
class ReplacementPropertiesTest {

  private static final String OLD = "11111111-1111-1111-1111-111111111111";
  private static final String NEW = "22222222-2222-2222-2222-222222222222";

  /** A database before and after. */
  record Replacing(Desired before, Desired after) {}

  @Property(tries = 300)
  void oneApprovalIsEnoughAndTheCallsAreThoseOfThePlan(
      @ForAll("replacements") Replacing replacing, @ForAll ChangePolicy policy) {
    var aws = new SimulatedDatabase();
    var passes = DatabasePasses.begun(aws, replacing.before(), policy);
    var plan = passes.plan(replacing.after());
    passes.governed().under(policy, plan.hash());

    passes.complete(replacing.after());

    var promised = policy == ChangePolicy.PLAN_ONLY ? Plan.empty() : plan;
    assertThat(passes.governed().made()).isEqualTo(GovernedCalls.promised(promised));
  }

  @Property(tries = 300)
  void whatIsReachedIsWhatWouldHaveBeenCreated(@ForAll("replacements") Replacing replacing) {
    var aws = new SimulatedDatabase();
    var passes = DatabasePasses.begun(aws, replacing.before(), ChangePolicy.AUTO);
    passes.governed().under(ChangePolicy.AUTO, passes.plan(replacing.after()).hash());
    passes.complete(replacing.after());

    var fresh = new SimulatedDatabase();
    new DatabasePasses(fresh).apply(replacing.after());
    assertThat(passes.apply(replacing.after())).isEqualTo(Plan.empty());
    assertThat(aws.instance().seen()).isEqualTo(fresh.instance().seen());
    assertThat(aws.former().seen().origin().kmsKeyId()).contains(SimulatedInstance.arn(OLD));
    assertThat(aws.former().deletionProtection)
        .isEqualTo(database(replacing.after()).deletionProtection());
  }

  /** Under every policy. */
  @Property(tries = 300)
  void nothingOfItIsBegunUnasked(
      @ForAll("replacements") Replacing replacing, @ForAll ChangePolicy policy) {
    var aws = new SimulatedDatabase();
    var passes = DatabasePasses.begun(aws, replacing.before(), policy);

    passes.complete(replacing.after());

    assertThat(aws.former).isNull();
    assertThat(aws.replacementCopies).isEmpty();
    assertThat(aws.instance().tags).doesNotContainKey("appenv.io/replacement");
  }

  /** At no moment is there a copy that the tiers may use beside a database they may write to. */
  @Property(tries = 200)
  void whateverIsDoneAlongTheWayNothingIsDeletedAndOneServesAtMost(
      @ForAll("replacements") Replacing replacing, @ForAll("stops") int stop) {
    var aws = new SimulatedDatabase();
    var passes = DatabasePasses.begun(aws, replacing.before(), ChangePolicy.AUTO);
    passes.governed().under(ChangePolicy.AUTO, passes.plan(replacing.after()).hash());
    var names = new HashSet<String>();
    for (var pass = 0; pass < stop; pass++) {
      passes.stepInWindow(replacing.after());
      var isStopped =
          ReplacementStage.of(
                  DatabaseExample.ENVIRONMENT, aws.observed(replacing.after()).database())
              .isUnderWay();
      assertThat(aws.former == null || isStopped || isComplete(aws)).isTrue();
      aws.settle();
      names.addAll(instances(aws));
    }
    assertThat(aws.calls).noneMatch(DatabaseAction.DeleteInstance.class::isInstance);
    assertThat(aws.calls).filteredOn(DatabaseAction.CreateInstance.class::isInstance).hasSize(1);
    assertThat(names)
        .isSubsetOf(DatabaseExample.IDENTIFIER, DatabaseExample.IDENTIFIER + "-former");
  }

  private static boolean isComplete(SimulatedDatabase aws) {
    return aws.former().tags.getOrDefault("appenv.io/replacement", "").startsWith("completed:");
  }

  private static Set<String> instances(SimulatedDatabase aws) {
    var names = new HashSet<String>();
    if (aws.instance != null) {
      names.add(aws.instance().identifier());
    }
    if (aws.former != null) {
      names.add(aws.former().identifier());
    }
    return names;
  }

  private static DesiredDatabase database(Desired desired) {
    return DatabaseExample.database(desired);
  }

  @Provide
  Arbitrary<Integer> stops() {
    return Arbitraries.integers().between(1, 16);
  }

  @Provide
  Arbitrary<Replacing> replacements() {
    return Combinators.combine(
            DatabaseArbitraries.keyed(OLD, false), DatabaseArbitraries.keyed(NEW, true))
        .as(Replacing::new);
  }
}
