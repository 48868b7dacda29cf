package io.appenv.operator.cache;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.DataSnapshot;
import io.appenv.operator.model.DeletionPolicy;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Sighting;
import java.util.Optional;

/** The copy that is taken when a replication group is deleted, and whether it can be relied on. */
final class FinalSnapshot {

  private FinalSnapshot() {}

  /** What keeps a deletion from going on after the group is gone. */
  static Optional<Failure> obstacle(CacheFacts facts) {
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
   * What keeps the snapshot from being taken. ElastiCache refuses the deletion when the name is in
   * use, and a snapshot from before may not hold the latest data. One of the group itself that is
   * made first is what the deletion waited for.
   */
  static Optional<Failure> taken(CacheFacts facts) {
    return facts
        .observed()
        .finalSnapshot()
        .found()
        .filter(snapshot -> !isMadeFirst(facts, snapshot))
        .map(
            snapshot -> snapshot.status().equals("creating") ? awaited(snapshot) : stale(snapshot));
  }

  private static boolean isMadeFirst(CacheFacts facts, DataSnapshot snapshot) {
    return facts.copiesFirst()
        && snapshot.status().equals("available")
        && snapshot.source().equals(facts.desired().identifier());
  }

  private static Optional<Failure> present(CacheFacts facts, DataSnapshot snapshot) {
    var source = snapshot.source();
    if (!source.isEmpty() && !source.equals(facts.desired().identifier())) {
      return confirmed(facts, "snapshot " + snapshot.name() + " is of another cache");
    }
    return switch (snapshot.status()) {
      case "available" -> Optional.empty();
      case "failed" -> confirmed(facts, "final snapshot " + snapshot.name() + " has failed");
      default -> Optional.of(awaited(snapshot));
    };
  }

  private static Optional<Failure> absent(CacheFacts facts) {
    return facts.wasEstablished()
        ? confirmed(
            facts,
            "cache %s was gone before its final snapshot was taken"
                .formatted(facts.desired().identifier()))
        : Optional.empty();
  }

  private static Optional<Failure> confirmed(CacheFacts facts, String problem) {
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
        Component.CACHE,
        Reason.DELETING,
        "final snapshot " + snapshot.name() + " is " + snapshot.status());
  }

  private static Failure failed(String message) {
    return new Failure.Terminal(Component.CACHE, Reason.SNAPSHOT_FAILED, message);
  }
}
