package io.appenv.operator.database;

import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.InstanceSetting;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.ParameterGroup;
import io.appenv.operator.model.PlannedAction;
import java.util.List;

/**
 * Parameter groups of other names than the declared one: of other major versions, or made by an
 * earlier version of the operator.
 */
final class FormerGroups {

  private FormerGroups() {}

  /** Those that nothing uses, once everything planned before has come about. */
  static List<PlannedAction> plan(
      DatabaseFacts facts, DatabaseInstance instance, InstanceDiff diff) {
    var upgrades = UpgradePath.of(facts) instanceof UpgradePath.Open;
    var leaves = upgrades || diff.changes().contain(InstanceSetting.Parameters.class::isInstance);
    return facts.isOtherFamily() && !upgrades
        ? List.of()
        : own(facts).stream()
            .filter(group -> leaves || !group.name().equals(instance.parameterGroup()))
            .map(FormerGroups::deletion)
            .toList();
  }

  private static PlannedAction deletion(ParameterGroup group) {
    return PlannedAction.now(
        new DatabaseAction.DeleteParameterGroup(group.name()),
        "no database uses parameter group %s of %s any more"
            .formatted(group.name(), group.family()),
        ChangeClass.DESTROY);
  }

  /** Whoever has made one of such a name keeps it. */
  static List<ParameterGroup> own(DatabaseFacts facts) {
    return facts.observed().otherParameterGroups().stream()
        .filter(it -> Ownership.owns(facts.environment(), it.tags()))
        .toList();
  }
}
