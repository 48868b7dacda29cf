package io.appenv.operator.database;

import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.DataSnapshot;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An instance that a copy has replaced. It goes once its time is over and a person agrees. */
final class FormerInstance {

  private FormerInstance() {}

  /** Nothing, for as long as it is kept, and where the copy does not serve. */
  static List<PlannedAction> plan(
      DatabaseFacts facts, DatabaseInstance former, DatabaseInstance copy) {
    var isOver = facts.recorded().now().filter(now -> isOver(facts, copy, now)).isPresent();
    var isSafe =
        InstanceState.of(copy.status()) instanceof InstanceState.Available
            && InstanceState.of(former.status()) instanceof InstanceState.Available
            && facts.observed().replacement().snapshots() instanceof Sighting.Present<?>;
    return isOver && isSafe
        ? deletion(
                former,
                last(facts, former),
                "database %s was replaced %d days ago"
                    .formatted(former.identifier(), facts.desired().replacement().keepDays()))
            .stream()
            .map(PlannedAction::asking)
            .toList()
        : List.of();
  }

  static boolean isOver(DatabaseFacts facts, DatabaseInstance copy, Instant now) {
    return keptUntil(facts, copy).filter(end -> !now.isBefore(end)).isPresent();
  }

  /** The copy was created when the other one was given up. */
  static Optional<Instant> keptUntil(DatabaseFacts facts, DatabaseInstance copy) {
    return copy.origin()
        .createdAt()
        .map(it -> it.plus(Duration.ofDays(facts.desired().replacement().keepDays())));
  }

  /**
   * Its snapshot is the copy that stays, and taken where there is none any more.
   *
   * @param snapshot the one to be taken
   */
  static List<PlannedAction> deletion(
      DatabaseInstance former, Optional<String> snapshot, String why) {
    var deletion =
        PlannedAction.now(
            new DatabaseAction.DeleteInstance(former.identifier(), snapshot),
            why + snapshot.map("; final snapshot "::concat).orElse(""),
            ChangeClass.DESTROY);
    return former.deletionProtection()
        ? List.of(InstanceDeletion.unprotect(former, why), deletion.afterPrevious())
        : List.of(deletion);
  }

  /** Empty where the snapshot of the replacement can be restored. */
  static Optional<String> last(DatabaseFacts facts, DatabaseInstance former) {
    var isCopied = snapshots(facts).stream().anyMatch(it -> isCopy(facts, former, it));
    return isCopied ? Optional.empty() : Optional.of(facts.desired().replacement().last());
  }

  private static boolean isCopy(
      DatabaseFacts facts, DatabaseInstance former, DataSnapshot snapshot) {
    return Optional.of(snapshot.name()).equals(ReplacementStage.snapshot(former))
        && snapshot.status().equals("available")
        && Ownership.owns(facts.environment(), snapshot.tags());
  }

  private static List<DataSnapshot> snapshots(DatabaseFacts facts) {
    return facts.observed().replacement().snapshots().found().orElse(List.of());
  }
}
