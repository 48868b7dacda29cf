package io.appenv.operator.database;

import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.ParameterGroup;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.SubnetGroup;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Removes the groups that no instance uses any more. RDS refuses to while one does. */
final class GroupDeletion {

  private GroupDeletion() {}

  static Plan plan(DatabaseFacts facts) {
    return Plan.of(Stream.concat(parameterGroups(facts), subnetGroup(facts).stream()).toList());
  }

  private static Stream<PlannedAction> parameterGroups(DatabaseFacts facts) {
    return Stream.concat(
            facts.observed().parameterGroup().found().stream(),
            facts.observed().otherParameterGroups().stream())
        .filter(group -> Ownership.owns(facts.environment(), group.tags()))
        .map(ParameterGroup::name)
        .filter(name -> !isUsed(facts, name, DatabaseInstance::parameterGroup))
        .map(name -> deletion(new DatabaseAction.DeleteParameterGroup(name)));
  }

  private static Optional<PlannedAction> subnetGroup(DatabaseFacts facts) {
    return facts
        .observed()
        .subnetGroup()
        .found()
        .filter(group -> Ownership.owns(facts.environment(), group.tags()))
        .map(SubnetGroup::name)
        .filter(name -> !isUsed(facts, name, DatabaseInstance::subnetGroup))
        .map(name -> deletion(new DatabaseAction.DeleteSubnetGroup(name)));
  }

  private static boolean isUsed(
      DatabaseFacts facts, String name, Function<DatabaseInstance, String> group) {
    return facts.observed().instance().found().map(group).filter(name::equals).isPresent();
  }

  private static PlannedAction deletion(DatabaseAction action) {
    return PlannedAction.now(
        action, "the environment is deleted and no database uses it", ChangeClass.DESTROY);
  }
}
