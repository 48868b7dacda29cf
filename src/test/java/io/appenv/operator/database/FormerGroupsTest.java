package io.appenv.operator.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.ChangePolicy;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Corrections;
import io.appenv.operator.model.DataSnapshot;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.IngressUse;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.ParameterGroup;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PublishedValues;
import io.appenv.operator.model.Timing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What becomes of the parameter group that an earlier version of the operator made. Its name was
 * that of the instance, without the family.
 */
class FormerGroupsTest {

  private static final String FORMER = DatabaseExample.IDENTIFIER;

  private final DatabasePlanner planner = new DatabasePlanner();
  private final SimulatedDatabase aws = new SimulatedDatabase();
  private final DatabasePasses passes = new DatabasePasses(aws);
  private final Desired production = DatabaseExample.production();

  @BeforeEach
  void create() {
    passes.apply(production);
  }

  @Test
  void oneThatNothingUsesGoesAtOnce() {
    aws.otherGroups.add(former("postgres17", owned()));

    assertThat(plan().actions())
        .singleElement()
        .satisfies(it -> assertThat(it.action()).isEqualTo(deletion()))
        .satisfies(it -> assertThat(it.timing()).isEqualTo(Timing.NOW));
    passes.apply(production);
    assertThat(aws.otherGroups).isEmpty();
    assertThat(plan()).isEqualTo(Plan.empty());
  }

  /** RDS exchanges the group at once, and restarts nothing for it. */
  @Test
  void anInstanceLeavesItBeforeItGoes() {
    useFormer();

    var plan = plan();
    assertThat(plan.actions())
        .extracting(it -> it.action().operation())
        .containsExactly(
            "CreateDBParameterGroup",
            "ModifyDBParameterGroup",
            "ModifyDBInstance",
            "RebootDBInstance",
            "DeleteDBParameterGroup");
    passes.apply(production);
    assertThat(aws.instance().parameterGroup).isEqualTo(DatabaseExample.PARAMETER_GROUP);
    assertThat(plan().actions())
        .extracting(it -> it.action().operation())
        .containsExactly("RebootDBInstance", "DeleteDBParameterGroup");
    assertThat(plan().actions().getFirst().timing()).isEqualTo(Timing.WHEN_WINDOW_OPENS);
    passes.applyInWindow(production);
    assertThat(plan()).isEqualTo(Plan.empty());
    assertThat(groups()).containsExactly(DatabaseExample.PARAMETER_GROUP);
  }

  @Test
  void anUpgradeLeavesItAsWell() {
    useFormer();
    var next = DatabaseExample.production(it -> it.version = "18");

    passes.governed().under(ChangePolicy.AUTO, passes.plan(next).hash());
    passes.applyInWindow(next);

    assertThat(aws.instance().parameterGroup).isEqualTo(FORMER.concat("-postgres18"));
    assertThat(planner.apply(next, aws.observed(next), IntentRecord.none()))
        .isEqualTo(Plan.empty());
  }

  /** Whoever wants no correction of the group keeps the one the instance is in. */
  @Test
  void oneThatIsToStayInUseIsNotDeleted() {
    passes.apply(production);
    aws.otherGroups.add(former("postgres17", owned()));
    aws.instance().parameterGroup = FORMER;
    var left = new Corrections(Set.of(DatabaseWishes.PARAMETER_GROUP), Map.of());
    var recorded =
        new IntentRecord(
            Set.of(),
            Set.of(),
            Set.of(),
            false,
            false,
            IngressUse.none(),
            PublishedValues.none(),
            Optional.empty(),
            Map.of(Component.DATABASE, left));

    assertThat(planner.apply(production, aws.observed(production), recorded).actions()).isEmpty();
  }

  @Test
  void thatOfSomebodyElseStays() {
    aws.otherGroups.add(former("postgres17", Map.of(Ownership.UID, "uid-2")));

    assertThat(plan()).isEqualTo(Plan.empty());
    assertThat(deleted().actions()).noneMatch(it -> it.action().equals(deletion()));
  }

  @Test
  void theEndOfTheEnvironmentIsItsEnd() {
    aws.otherGroups.add(former("postgres17", owned()));
    aws.instance = null;

    assertThat(deleted().actions()).anyMatch(it -> it.action().equals(deletion()));
  }

  private void useFormer() {
    aws.parameterGroup = former("postgres17", owned());
    aws.instance().parameterGroup = FORMER;
  }

  private List<String> groups() {
    return Stream.concat(Stream.ofNullable(aws.parameterGroup), aws.otherGroups.stream())
        .map(ParameterGroup::name)
        .toList();
  }

  private static DatabaseAction deletion() {
    return new DatabaseAction.DeleteParameterGroup(FORMER);
  }

  private Plan deleted() {
    aws.snapshot = new DataSnapshot(DatabaseExample.FINAL_SNAPSHOT, "arn", "available", FORMER);
    return planner.delete(production, aws.observed(production), IntentRecord.none());
  }

  private static ParameterGroup former(String family, Map<String, String> tags) {
    return new ParameterGroup(FORMER, "arn:pg", family, SimulatedDatabase.FAMILY, tags);
  }

  private static Map<String, String> owned() {
    return Ownership.tags(DatabaseExample.ENVIRONMENT);
  }

  private Plan plan() {
    return planner.apply(production, aws.observed(production), IntentRecord.none());
  }
}
