package io.appenv.operator.database;

import io.appenv.operator.model.Desired;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Observed;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What the replacement of a database by a copy of itself means to the rest of an environment. */
public final class DatabaseReplacement {

  private DatabaseReplacement() {}

  /** Names of the tiers whose pods are stopped, as nobody may write to the database. */
  public static Set<String> stoppedTiers(Desired desired, Observed observed) {
    return facts(desired, observed)
        .filter(it -> it.replacement().isUnderWay())
        .map(it -> Set.copyOf(it.clients()))
        .orElseGet(Set::of);
  }

  /** Whether the snapshots of the region matter to a plan. */
  public static boolean needsSnapshots(Desired desired, Observed observed) {
    return facts(desired, observed)
        .filter(
            it ->
                !(it.replacement() instanceof ReplacementStage.None)
                    || it.observed()
                        .instance()
                        .found()
                        .filter(seen -> ReplacementPath.isWanted(it, seen))
                        .isPresent())
        .isPresent();
  }

  /** Until when a replaced instance is kept; empty where there is none. */
  public static Optional<Instant> keptUntil(Desired desired, Observed observed) {
    return facts(desired, observed)
        .filter(it -> it.replacement() instanceof ReplacementStage.Kept)
        .flatMap(
            it ->
                it.observed()
                    .instance()
                    .found()
                    .flatMap(copy -> FormerInstance.keptUntil(it, copy)));
  }

  private static Optional<DatabaseFacts> facts(Desired desired, Observed observed) {
    return desired
        .database()
        .filter(_ -> desired.backend().isOnAws())
        .map(it -> DatabaseFacts.of(desired, it, observed, IntentRecord.none()));
  }
}
