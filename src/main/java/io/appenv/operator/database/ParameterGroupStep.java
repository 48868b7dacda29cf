package io.appenv.operator.database;

import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.ParameterGroup;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Sighting;
import java.util.Map;
import java.util.TreeMap;

/** The engine parameters, such as the one that refuses connections without TLS. */
final class ParameterGroupStep implements DatabaseStep {

  @Override
  public Plan plan(DatabaseFacts facts) {
    return switch (facts.observed().parameterGroup()) {
      case Sighting.Unseen<ParameterGroup> _ -> Plan.empty();
      case Sighting.Absent<ParameterGroup> _ -> create(facts);
      case Sighting.Present<ParameterGroup>(var group) ->
          MissingTags.plan(facts.owned(group), facts.ownershipTags()).and(correct(facts, group));
    };
  }

  private static Plan create(DatabaseFacts facts) {
    if (facts.isMajorChange()) {
      return Plan.empty();
    }
    var desired = facts.desired();
    return Plan.of(
            PlannedAction.now(
                new DatabaseAction.CreateParameterGroup(desired),
                "no parameter group " + desired.parameterGroup() + " exists",
                ChangeClass.IN_PLACE))
        .and(set(desired, desired.parameters()));
  }

  private static Plan correct(DatabaseFacts facts, ParameterGroup group) {
    var desired = facts.desired();
    if (facts.isMajorChange()) {
      return Plan.empty();
    }
    if (!group.family().equals(desired.parameterFamily())) {
      return Plan.of(otherFamily(desired, group));
    }
    var different = new TreeMap<>(desired.parameters());
    different.entrySet().removeAll(group.parameters().entrySet());
    return set(desired, different);
  }

  private static Plan set(DesiredDatabase desired, Map<String, String> parameters) {
    if (parameters.isEmpty()) {
      return Plan.empty();
    }
    return Plan.of(
        PlannedAction.now(
            new DatabaseAction.SetParameters(desired.parameterGroup(), parameters),
            "parameters differ: " + new TreeMap<>(parameters),
            ChangeClass.IN_PLACE));
  }

  /** The family of a parameter group is fixed when it is created. */
  private static Failure otherFamily(DesiredDatabase desired, ParameterGroup group) {
    return new Failure.Terminal(
        Component.DATABASE,
        Reason.CHANGE_REFUSED,
        "parameter group %s is of family %s, not %s, and cannot change it; put spec.database.version back to the major version of that family"
            .formatted(group.name(), group.family(), desired.parameterFamily()));
  }
}
