package io.appenv.operator.database;

import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.WeeklyWindow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers, by a tag of the instance, the snapshot that an upgrade was begun with. RDS forgets an
 * upgrade that failed: the instance is available again, with its former version. By the tag such a
 * one is told from one that was not tried, and so not tried for ever.
 */
final class UpgradeMark {

  private UpgradeMark() {}

  static DatabaseAction of(
      DatabaseFacts facts,
      DatabaseInstance instance,
      String snapshot,
      Optional<WeeklyWindow> window) {
    return new DatabaseAction.AddTags(
        facts.instanceRef(), instance.arn(), Map.of(Ownership.UPGRADED_WITH, snapshot), window);
  }

  static String reason(DatabaseFacts facts, DatabaseInstance instance) {
    return "remember that the upgrade was begun" + UpgradeCopy.again(facts, instance);
  }

  /** Written after the call, and made up for here where a crash came in between. */
  static List<PlannedAction> plan(DatabaseFacts facts, DatabaseInstance instance) {
    return UpgradeCopy.latest(facts)
        .filter(it -> !it.name().equals(instance.tags().get(Ownership.UPGRADED_WITH)))
        .map(
            it ->
                List.of(
                    PlannedAction.now(
                        of(facts, instance, it.name(), Optional.empty()),
                        reason(facts, instance),
                        ChangeClass.IN_PLACE)))
        .orElse(List.of());
  }
}
