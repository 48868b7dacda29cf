package io.appenv.operator.database;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Sighting;
import java.util.Map;

/** Takes the database away as its deletion policy says: first the instance, then its groups. */
final class DatabaseDeletion implements DatabaseStep {

  @Override
  public Plan plan(DatabaseFacts facts) {
    if (facts.desired().custody().released()) {
      return Release.plan(facts);
    }
    return switch (facts.observed().instance()) {
      case Sighting.Unseen<DatabaseInstance> _ -> Plan.empty();
      case Sighting.Absent<DatabaseInstance> _ -> absent(facts);
      case Sighting.Present<DatabaseInstance>(var instance) ->
          facts.holds(instance) ? present(facts, instance) : GroupDeletion.plan(facts);
    };
  }

  private static Plan absent(DatabaseFacts facts) {
    // Under way without a copy, the replaced instance is the database, under another name.
    if (facts.replacement() instanceof ReplacementStage.Fenced(var former)
        && facts.observed().finalSnapshot().found().isEmpty()) {
      return present(facts, former);
    }
    return FinalSnapshot.obstacle(facts).map(Plan::of).orElseGet(() -> replaced(facts));
  }

  /** An instance that a copy has replaced goes after that copy, and the groups of both at last. */
  private static Plan replaced(DatabaseFacts facts) {
    return facts
        .replacement()
        .replaced()
        .map(it -> ReplacedDeletion.plan(facts, it))
        .orElseGet(() -> GroupDeletion.plan(facts));
  }

  private static Plan present(DatabaseFacts facts, DatabaseInstance instance) {
    return switch (facts.desired().deletionPolicy()) {
      case RETAIN ->
          facts
              .replacement()
              .replaced()
              .filter(it -> !it.identifier().equals(instance.identifier()))
              .map(it -> retain(facts, instance).and(retain(facts, it)))
              .orElseGet(() -> retain(facts, instance));
      case SNAPSHOT -> InstanceDeletion.plan(facts, instance, true);
      case DELETE ->
          facts.deletionConfirmed()
              ? InstanceDeletion.plan(facts, instance, false)
              : Plan.of(unconfirmed(facts));
    };
  }

  /** The instance keeps running on its groups, so those stay too. */
  private static Plan retain(DatabaseFacts facts, DatabaseInstance instance) {
    return switch (InstanceState.of(instance.status())) {
      case InstanceState.Changing(var word, var reason) ->
          Plan.of(InstanceStep.waiting(reason, word));
      case InstanceState.Unknown(var word) -> Plan.of(InstanceStep.unknown(word));
      case InstanceState.Available(),
          InstanceState.Optimizing(),
          InstanceState.Occupied(var _),
          InstanceState.StorageFull(),
          InstanceState.Stopped(),
          InstanceState.Failed(var _, var _, var _) ->
          MissingTags.plan(facts.owned(instance), Map.of(Ownership.RETAINED, "true"));
    };
  }

  private static Failure unconfirmed(DatabaseFacts facts) {
    return new Failure.Terminal(
        Component.DATABASE,
        Reason.CONFIRMATION_MISSING,
        "deletionPolicy Delete destroys database %s without a copy; to confirm, set spec.operations.confirmDeletion to %s, or set spec.database.deletionPolicy to Snapshot"
            .formatted(facts.desired().identifier(), facts.environment().name()));
  }
}
