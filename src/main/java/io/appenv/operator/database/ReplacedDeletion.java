package io.appenv.operator.database;

import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.DeletionPolicy;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.Reason;
import java.util.Optional;

/** Deletes, with its environment, an instance that a copy has replaced. */
final class ReplacedDeletion {

  private static final String WHY = "the environment is deleted";

  private ReplacedDeletion() {}

  static Plan plan(DatabaseFacts facts, DatabaseInstance former) {
    return switch (InstanceState.of(former.status())) {
      case InstanceState.Changing(var word, var reason) ->
          Plan.of(InstanceStep.waiting(reason, word));
      case InstanceState.Occupied(var word) -> Plan.of(InstanceStep.waiting(Reason.DELETING, word));
      case InstanceState.Unknown(var word) -> Plan.of(InstanceStep.unknown(word));
      case InstanceState.Available(),
          InstanceState.Optimizing(),
          InstanceState.StorageFull(),
          InstanceState.Stopped(),
          InstanceState.Failed(var _, var _, var _) ->
          Plan.of(FormerInstance.deletion(former, snapshot(facts, former), WHY));
    };
  }

  /** Whoever confirmed that no copy of the database is wanted wants none of the former one. */
  private static Optional<String> snapshot(DatabaseFacts facts, DatabaseInstance former) {
    return facts.desired().deletionPolicy() == DeletionPolicy.DELETE && facts.deletionConfirmed()
        ? Optional.empty()
        : FormerInstance.last(facts, former);
  }
}
