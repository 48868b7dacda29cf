package io.appenv.operator.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.ChangePolicy;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DriftGroup;
import io.appenv.operator.model.DriftPolicy;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Standing;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeTry;

/** Any database, changed by somebody else into any other. */
class DatabaseDriftPropertiesTest {

  private SimulatedDatabase aws = new SimulatedDatabase();
  private DatabasePasses passes = new DatabasePasses(aws);

  @BeforeTry
  void begin() {
    aws = new SimulatedDatabase();
    passes = new DatabasePasses(aws);
  }

  @Property(tries = 300)
  void whatIsReportedOrIgnoredYieldsNoCall(
      @ForAll("databases") Desired declared,
      @ForAll("databases") Desired found,
      @ForAll("keeping") DriftPolicy policy) {
    reach(declared);
    passes.drift().under(policy);
    Outsider.makes(aws, found);

    var plan = passes.apply(declared);

    assertThat(plan.isSettled()).as(plan.toString()).isTrue();
    assertThat(aws.calls).isEmpty();
  }

  @Property(tries = 300)
  void correctionLeavesOnlyWhatAPersonIsAskedAbout(
      @ForAll("databases") Desired declared, @ForAll("databases") Desired found) {
    reach(declared);
    Outsider.makes(aws, found);

    var held = passes.apply(declared);
    passes.applyInWindow(declared);
    aws.maintenanceWindow();
    var rest = passes.apply(declared);

    assertThat(rest.actions()).allMatch(PlannedAction::asked);
    assertThat(rest.findings()).isEmpty();
    assertThat(deviating(declared).values()).allMatch(it -> it.loss().isPresent());
    assertThat(held.actions().stream().filter(PlannedAction::asked).map(PlannedAction::reason))
        .containsExactlyElementsOf(rest.actions().stream().map(PlannedAction::reason).toList());
  }

  @Property(tries = 300)
  void onceApprovedAllIsAsDeclared(
      @ForAll("databases") Desired declared, @ForAll("databases") Desired found) {
    reach(declared);
    Outsider.makes(aws, found);
    passes.apply(declared);
    passes.applyInWindow(declared);
    aws.maintenanceWindow();

    passes.governed().under(ChangePolicy.AUTO, passes.plan(declared).hash());
    passes.apply(declared);
    aws.maintenanceWindow();
    var end = passes.apply(declared);

    assertThat(end.isSettled()).as(end.toString()).isTrue();
    assertThat(deviating(declared)).isEmpty();
    assertThat(passes.drift().memory().drifts()).isEmpty();
  }

  @Property(tries = 300)
  void aWishIsNeverTakenForDrift(
      @ForAll("databases") Desired declared,
      @ForAll("databases") Desired found,
      @ForAll("databases") Desired wished) {
    reach(declared);
    passes.drift().under(DriftPolicy.REPORT);
    var before = wishes(declared);
    Outsider.makes(aws, found);
    passes.apply(declared);

    passes.apply(wished);
    passes.applyInWindow(wished);
    aws.maintenanceWindow();
    passes.apply(wished);

    var changed = wishes(wished);
    changed.entrySet().removeIf(it -> it.getValue().equals(before.get(it.getKey())));
    assertThat(deviating(wished).keySet()).noneMatch(changed::containsKey);
  }

  @Property(tries = 300)
  void theMemoryIsBoundedAndALookAtTheSameSaysTheSame(
      @ForAll("databases") Desired declared,
      @ForAll("databases") Desired found,
      @ForAll DriftPolicy policy) {
    reach(declared);
    passes.drift().under(policy);
    Outsider.makes(aws, found);

    var once = passes.drift().judge(standings(declared));

    assertThat(passes.drift().judge(standings(declared))).isEqualTo(once);
    assertThat(once.memory().reached().keySet())
        .allMatch(path -> DriftGroup.of(path.substring("database.".length())).isPresent());
    assertThat(once.drifts()).hasSizeLessThanOrEqualTo(once.memory().reached().size());
  }

  private void reach(Desired declared) {
    passes.apply(declared);
    aws.maintenanceWindow();
    passes.apply(declared);
    aws.calls.clear();
  }

  private Map<Component, List<Standing>> standings(Desired declared) {
    return new DatabasePlanner().standings(declared, aws.observed());
  }

  private Map<String, String> wishes(Desired declared) {
    return standings(declared).values().stream()
        .flatMap(it -> it.stream())
        .collect(Collectors.toMap(Standing::field, Standing::wish));
  }

  private Map<String, Standing.Deviation> deviating(Desired declared) {
    return standings(declared).values().stream()
        .flatMap(it -> it.stream())
        .filter(it -> it.deviation().isPresent())
        .collect(Collectors.toMap(Standing::field, it -> it.deviation().orElseThrow()));
  }

  @Provide
  Arbitrary<DriftPolicy> keeping() {
    return Arbitraries.of(
        Arrays.stream(DriftPolicy.values()).filter(it -> it != DriftPolicy.CORRECT).toList());
  }

  @Provide
  Arbitrary<Desired> databases() {
    return DatabaseArbitraries.databases();
  }
}
