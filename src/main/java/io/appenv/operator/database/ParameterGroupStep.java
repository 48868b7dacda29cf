package io.appenv.operator.database;

import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.ParameterCalls;
import io.appenv.operator.model.ParameterGroup;
import io.appenv.operator.model.ParameterSetting;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Sighting;
import java.util.List;
import java.util.Optional;
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
    if (!facts.takesParameters()) {
      return Plan.empty();
    }
    var desired = facts.desired();
    var plan =
        Plan.of(
                PlannedAction.now(
                    new DatabaseAction.CreateParameterGroup(desired),
                    "no parameter group " + desired.parameterGroup() + " exists",
                    ChangeClass.IN_PLACE))
            .and(set(desired, initial(desired)));
    // That of a later major version is a part of the upgrade, of which a person is asked.
    return facts.isOtherFamily() ? plan.map(PlannedAction::asking) : plan;
  }

  private static Plan correct(DatabaseFacts facts, ParameterGroup group) {
    var desired = facts.desired();
    if (!facts.takesParameters()) {
      return Plan.empty();
    }
    if (!group.family().equals(desired.parameterFamily())) {
      return Plan.of(otherFamily(desired, group));
    }
    var changes = ParameterChanges.of(facts);
    return set(desired, changes.toSet())
        .and(reset(desired, changes.toReset()))
        .and(Plan.of(List.of(), ParameterChanges.refusals(desired.parameterFamily(), changes)));
  }

  /** Of a group that is not there yet nobody knows which are static; no instance has it either. */
  private static List<ParameterSetting> initial(DesiredDatabase desired) {
    return new TreeMap<>(desired.parameters())
        .entrySet().stream()
            .map(it -> new ParameterSetting(it.getKey(), Optional.of(it.getValue()), true))
            .toList();
  }

  private static Plan set(DesiredDatabase desired, List<ParameterSetting> parameters) {
    return ParameterCalls.set(
        parameters, some -> new DatabaseAction.SetParameters(desired.parameterGroup(), some));
  }

  private static Plan reset(DesiredDatabase desired, List<ParameterSetting> parameters) {
    return ParameterCalls.reset(
        desired.parameterFamily(),
        parameters,
        some -> new DatabaseAction.ResetParameters(desired.parameterGroup(), some));
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
