package io.appenv.operator.database;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.DataSnapshot;
import io.appenv.operator.model.DeletionPolicy;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Sighting;
import java.util.Optional;

/** The copy that is taken when an instance is deleted, and whether it can be relied on. */
final class FinalSnapshot {

  private FinalSnapshot() {}

  /** What keeps a deletion from going on after the instance is gone. */
  static Optional<Failure> obstacle(DatabaseFacts facts) {
    if (facts.desired().deletionPolicy() != DeletionPolicy.SNAPSHOT) {
      return Optional.empty();
    }
    return switch (facts.observed().finalSnapshot()) {
      case Sighting.Present<DataSnapshot>(var snapshot) -> present(facts, snapshot);
      case Sighting.Absent<DataSnapshot> _ -> absent(facts);
      case Sighting.Unseen<DataSnapshot> _ -> Optional.empty();
    };
  }

  /**
   * What keeps the snapshot from being taken. RDS refuses the deletion when the name is in use, and
   * a snapshot from before may not hold the latest data.
   */
  static Optional<Failure> taken(DatabaseFacts facts) {
    return facts
        .observed()
        .finalSnapshot()
        .found()
        .map(
            snapshot -> snapshot.status().equals("creating") ? awaited(snapshot) : stale(snapshot));
  }

  private static Optional<Failure> present(DatabaseFacts facts, DataSnapshot snapshot) {
    var source = snapshot.source();
    if (!source.isEmpty()
        && !source.equals(facts.desired().identifier())
        && !source.equals(facts.desired().replacement().former())) {
      return confirmed(facts, "snapshot " + snapshot.name() + " is of another database");
    }
    return switch (snapshot.status()) {
      case "available" -> Optional.empty();
      case "failed" -> confirmed(facts, "final snapshot " + snapshot.name() + " has failed");
      default -> Optional.of(awaited(snapshot));
    };
  }

  private static Optional<Failure> absent(DatabaseFacts facts) {
    return facts.wasEstablished()
        ? confirmed(
            facts,
            "database %s was gone before its final snapshot was taken"
                .formatted(facts.desired().identifier()))
        : Optional.empty();
  }

  private static Optional<Failure> confirmed(DatabaseFacts facts, String problem) {
    return facts.deletionConfirmed()
        ? Optional.empty()
        : Optional.of(
            failed(
                "%s; see whether another copy is needed, then set spec.operations.confirmDeletion to %s to finish"
                    .formatted(problem, facts.environment().name())));
  }

  private static Failure stale(DataSnapshot snapshot) {
    return failed(
        "a snapshot named %s exists already, and it may not hold the latest data; copy it under another name if it is needed, and delete it"
            .formatted(snapshot.name()));
  }

  private static Failure awaited(DataSnapshot snapshot) {
    return new Failure.Waiting(
        Component.DATABASE,
        Reason.DELETING,
        "final snapshot " + snapshot.name() + " is " + snapshot.status());
  }

  private static Failure failed(String message) {
    return new Failure.Terminal(Component.DATABASE, Reason.SNAPSHOT_FAILED, message);
  }
}
