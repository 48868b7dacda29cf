package io.appenv.operator.database;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.DataSnapshot;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Reason;
import java.util.List;
import java.util.Optional;

/** The snapshots that the copy of a database is made of. */
record ReplacementCopies(DatabaseFacts facts, List<DataSnapshot> snapshots) {

  Optional<DataSnapshot> find(String name) {
    return snapshots.stream().filter(it -> it.name().equals(name)).findFirst();
  }

  /** Why nothing can be made of it, or not yet. */
  Optional<Failure> unready(DataSnapshot snapshot) {
    if (!Ownership.owns(facts.environment(), snapshot.tags()) || !isOfTheReplaced(snapshot)) {
      return Optional.of(
          failed(
              "snapshot %s bears a name the replacement needs, and is not one of this environment's database; copy it under another name if it is needed, and delete it"
                  .formatted(snapshot.name())));
    }
    return switch (snapshot.status()) {
      case "available" -> Optional.empty();
      case "failed" ->
          Optional.of(
              failed(
                  "snapshot %s has failed, so no copy is made of it; delete it, and another is taken"
                      .formatted(snapshot.name())));
      default ->
          Optional.of(
              new Failure.Waiting(
                  Component.DATABASE,
                  Reason.REPLACING,
                  "the database is replaced by a copy of itself: snapshot %s is %s"
                      .formatted(snapshot.name(), snapshot.status())));
    };
  }

  private boolean isOfTheReplaced(DataSnapshot snapshot) {
    return snapshot.source().isEmpty()
        || snapshot.source().equals(facts.desired().replacement().former());
  }

  private static Failure failed(String message) {
    return new Failure.Terminal(Component.DATABASE, Reason.SNAPSHOT_FAILED, message);
  }
}
