package io.appenv.operator.database;

import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.ParameterGroup;
import io.appenv.operator.model.PlannedAction;
import java.util.List;

/** Parameter groups of other major versions than the declared one. */
final class FormerGroups {

  private FormerGroups() {}

  /** Those that nothing uses, once everything planned before has come about. */
  static List<PlannedAction> plan(DatabaseFacts facts) {
    var leaves = UpgradePath.of(facts) instanceof UpgradePath.Open;
    return facts.isOtherFamily() && !leaves
        ? List.of()
        : own(facts).stream()
            .map(
                group ->
                    PlannedAction.now(
                        new DatabaseAction.DeleteParameterGroup(group.name()),
                        "no database uses a parameter group of %s any more"
                            .formatted(group.family()),
                        ChangeClass.DESTROY))
            .toList();
  }

  /** Whoever has made one of such a name keeps it. */
  static List<ParameterGroup> own(DatabaseFacts facts) {
    return facts.observed().otherParameterGroups().stream()
        .filter(it -> Ownership.owns(facts.environment(), it.tags()))
        .toList();
  }
}
