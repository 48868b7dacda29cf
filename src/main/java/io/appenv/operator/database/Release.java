package io.appenv.operator.database;

import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Sighting;
import java.util.Map;

/** Gives an instance up: it is marked so, and nothing of it or of its groups is touched after. */
final class Release {

  private Release() {}

  static Plan plan(DatabaseFacts facts) {
    return switch (facts.observed().instance()) {
      case Sighting.Unseen<DatabaseInstance> _ -> Plan.empty();
      case Sighting.Absent<DatabaseInstance> _ -> Plan.empty();
      case Sighting.Present<DatabaseInstance>(var instance) ->
          facts.holds(instance) ? mark(facts, instance) : Plan.empty();
    };
  }

  private static Plan mark(DatabaseFacts facts, DatabaseInstance instance) {
    return InstanceState.of(instance.status()) instanceof InstanceState.Changing(var word, var why)
        ? Plan.of(InstanceStep.waiting(why, word))
        : Plan.of(
            PlannedAction.now(
                new DatabaseAction.AddTags(
                    facts.instanceRef(), instance.arn(), Map.of(Ownership.RELEASED, "true")),
                "spec.database.release is true; from then on nothing of the database is managed",
                ChangeClass.IN_PLACE));
  }
}
