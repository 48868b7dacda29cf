package io.appenv.operator.database;

import io.appenv.operator.model.DatabaseInstance;
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

  /** Whether the snapshots of the region matter to a plan: not while one is merely kept. */
  public static boolean needsSnapshots(
      Desired desired, Observed observed, boolean deleting, Instant now) {
    return facts(desired, observed)
        .filter(
            it ->
                switch (it.replacement()) {
                  case ReplacementStage.None() -> isWanted(it);
                  case ReplacementStage.Kept(var _) -> deleting || isWanted(it) || isOver(it, now);
                  case ReplacementStage.Begun(var _),
                      ReplacementStage.Fenced(var _),
                      ReplacementStage.Restored(var _, var _) ->
                      true;
                })
        .isPresent();
  }

  private static boolean isWanted(DatabaseFacts facts) {
    return instance(facts).filter(it -> ReplacementPath.isWanted(facts, it)).isPresent();
  }

  private static boolean isOver(DatabaseFacts facts, Instant now) {
    return instance(facts).filter(it -> FormerInstance.isOver(facts, it, now)).isPresent();
  }

  /** Until when a replaced instance is kept; empty where there is none. */
  public static Optional<Instant> keptUntil(Desired desired, Observed observed) {
    return facts(desired, observed)
        .filter(it -> it.replacement() instanceof ReplacementStage.Kept)
        .flatMap(it -> instance(it).flatMap(copy -> FormerInstance.keptUntil(it, copy)));
  }

  private static Optional<DatabaseInstance> instance(DatabaseFacts facts) {
    return facts.observed().instance().found();
  }

  private static Optional<DatabaseFacts> facts(Desired desired, Observed observed) {
    return desired
        .database()
        .filter(_ -> desired.backend().isOnAws())
        .map(it -> DatabaseFacts.of(desired, it, observed, IntentRecord.none()));
  }
}
