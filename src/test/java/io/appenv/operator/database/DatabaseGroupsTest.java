package io.appenv.operator.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.EngineParameter;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.ParameterGroup;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.SubnetGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of the groups around an instance. */
class DatabaseGroupsTest {

  private final DatabasePlanner planner = new DatabasePlanner();
  private final SimulatedDatabase aws = new SimulatedDatabase();
  private final DatabasePasses passes = new DatabasePasses(aws);
  private final Desired production = DatabaseExample.production();

  @Test
  void subnetsAreExchangedInPlace() {
    passes.apply(production);
    var moved = DatabaseExample.production(it -> it.subnetIds = Set.of("subnet-c", "subnet-a"));
    var action = plan(moved).actions().getFirst();
    assertThat(action.action())
        .isEqualTo(new DatabaseAction.ModifySubnetGroup(DatabaseExample.database(moved)));
    assertThat(action.reason()).isEqualTo("subnets [subnet-a, subnet-b] -> [subnet-a, subnet-c]");
    passes.apply(moved);
    assertThat(plan(moved)).isEqualTo(Plan.empty());
  }

  @Test
  void aDatabaseDoesNotMoveToAnotherVpc() {
    passes.apply(production);
    var desired = DatabaseExample.database(production);
    aws.subnetGroup =
        new SubnetGroup(desired.subnetGroup(), "arn", "vpc-9", Set.of("subnet-z"), owned());
    var plan = plan(production);
    assertThat(plan.actions()).isEmpty();
    assertThat(plan.findings())
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).isEqualTo(Reason.CHANGE_REFUSED))
        .satisfies(it -> assertThat(it.message()).contains("lives in vpc-9", "to vpc-1"));
  }

  @Test
  void aParameterGroupOfAnotherFamilyIsLeftAlone() {
    passes.apply(production);
    aws.parameterGroup = parameterGroup("postgres16", Map.of(), owned());
    var plan = plan(production);
    assertThat(plan.actions()).isEmpty();
    assertThat(plan.findings())
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).isEqualTo(Reason.CHANGE_REFUSED))
        .satisfies(it -> assertThat(it.message()).contains("postgres16, not postgres17"));
  }

  /** It would be of the next family, which the running instance could not use. */
  @Test
  void noParameterGroupIsMadeForAMajorVersionThatIsRefused() {
    passes.apply(production);
    aws.parameterGroup = null;
    aws.minors = List.of();
    var next = DatabaseExample.production(it -> it.version = "18");
    assertThat(plan(next).actions()).isEmpty();
    assertThat(plan(next).findings().getFirst().reason()).isEqualTo(Reason.CHANGE_REFUSED);
  }

  @Test
  void tagsOfOwnershipAreRestored() {
    passes.apply(production);
    var tags = new HashMap<>(owned());
    tags.remove(Ownership.NAME);
    aws.parameterGroup = parameterGroup("postgres17", SimulatedDatabase.FAMILY, tags);
    assertThat(plan(production).actions())
        .singleElement()
        .satisfies(
            it -> {
              var added = (DatabaseAction.AddTags) it.action();
              assertThat(added.tags())
                  .isEqualTo(Map.of(Ownership.NAME, DatabaseExample.ENVIRONMENT.name()));
            });
  }

  @Test
  void anInstanceIsGivenItsParameterGroupBack() {
    passes.apply(production);
    aws.instance().parameterGroup = "default.postgres17";
    assertThat(plan(production).actions().getFirst().reason())
        .isEqualTo("parameterGroup default.postgres17 -> " + DatabaseExample.PARAMETER_GROUP);
    passes.apply(production);
    assertThat(aws.instance().parameterGroup).isEqualTo(DatabaseExample.PARAMETER_GROUP);
  }

  @Test
  void aParameterGroupThatAwsHasNotToldIsNotSetAgain() {
    passes.apply(production);
    aws.instance().parameterGroup = "";
    assertThat(plan(production)).isEqualTo(Plan.empty());
  }

  @Test
  void theParameterGroupIsNotExchangedForAMajorVersionThatIsRefused() {
    passes.apply(production);
    aws.instance().parameterGroup = "default.postgres17";
    aws.minors = List.of();
    assertThat(plan(DatabaseExample.production(it -> it.version = "18")).actions()).isEmpty();
  }

  @Test
  void groupsOfOthersOutliveTheEnvironment() {
    passes.apply(production);
    aws.instance = null;
    var foreign = new HashMap<>(owned());
    foreign.put(Ownership.UID, "uid-2");
    aws.parameterGroup = parameterGroup("postgres17", Map.of(), foreign);
    var subnets = DatabaseExample.database(production).subnetIds();
    aws.subnetGroup = new SubnetGroup(DatabaseExample.IDENTIFIER, "arn", "vpc-1", subnets, foreign);
    assertThat(planner.delete(production, aws.observed(), IntentRecord.none()).actions()).isEmpty();
  }

  private static ParameterGroup parameterGroup(
      String family, Map<String, EngineParameter> parameters, Map<String, String> tags) {
    return new ParameterGroup(DatabaseExample.PARAMETER_GROUP, "arn:pg", family, parameters, tags);
  }

  private static Map<String, String> owned() {
    return Ownership.tags(DatabaseExample.ENVIRONMENT);
  }

  private Plan plan(Desired desired) {
    return planner.apply(desired, aws.observed(desired), IntentRecord.none());
  }
}
