package io.appenv.operator.database;

import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.EnvironmentId;
import io.appenv.operator.model.Observed.ObservedDatabase;
import io.appenv.operator.model.Ownership;
import java.util.Optional;

/**
 * How far a database is replaced by a copy of itself, as a tag and the names of the two instances
 * tell. Nothing else is remembered, so that whatever is lost between two calls is found again.
 */
sealed interface ReplacementStage {

  /** What the tag begins with once the copy serves. */
  String COMPLETED = "completed:";

  /** What the tag says where the wish was taken back. */
  String ABANDONED = "abandoned";

  /** Nothing is under way, and nothing is left of an earlier one. */
  record None() implements ReplacementStage {}

  /** Its tiers are being stopped; it still bears its name. */
  record Begun(DatabaseInstance instance) implements ReplacementStage {}

  /** It bears another name, under which nobody writes to it; there is no copy yet. */
  record Fenced(DatabaseInstance former) implements ReplacementStage {}

  /** The copy bears the name, and serves nobody yet. */
  record Restored(DatabaseInstance former, DatabaseInstance copy) implements ReplacementStage {}

  /** The copy serves; the replaced one is kept for a while. */
  record Kept(DatabaseInstance former) implements ReplacementStage {}

  static ReplacementStage of(EnvironmentId environment, ObservedDatabase observed) {
    var instance =
        observed.instance().found().filter(it -> Ownership.holds(environment, it.tags()));
    var former =
        observed
            .replacement()
            .former()
            .found()
            .filter(it -> Ownership.holds(environment, it.tags()))
            .filter(it -> isUnderWay(it) || isCompleted(it));
    return former
        .map(it -> ofFormer(it, instance))
        .orElseGet(
            () ->
                instance
                    .filter(ReplacementStage::isUnderWay)
                    .<ReplacementStage>map(Begun::new)
                    .orElseGet(None::new));
  }

  private static ReplacementStage ofFormer(
      DatabaseInstance former, Optional<DatabaseInstance> instance) {
    if (isCompleted(former)) {
      return new Kept(former);
    }
    return instance
        .<ReplacementStage>map(it -> new Restored(former, it))
        .orElseGet(() -> new Fenced(former));
  }

  private static boolean isUnderWay(DatabaseInstance instance) {
    return mark(instance)
        .filter(it -> !it.startsWith(COMPLETED) && !it.equals(ABANDONED))
        .isPresent();
  }

  static boolean isAbandoned(DatabaseInstance instance) {
    return mark(instance).filter(ABANDONED::equals).isPresent();
  }

  private static boolean isCompleted(DatabaseInstance instance) {
    return mark(instance).filter(it -> it.startsWith(COMPLETED)).isPresent();
  }

  private static Optional<String> mark(DatabaseInstance instance) {
    return Optional.ofNullable(instance.tags().get(Ownership.REPLACEMENT));
  }

  /** The snapshot that the copy was made of, or will be. */
  static Optional<String> snapshot(DatabaseInstance replaced) {
    return mark(replaced)
        .filter(it -> !it.equals(ABANDONED))
        .map(it -> it.startsWith(COMPLETED) ? it.substring(COMPLETED.length()) : it);
  }

  /** The instance that has given its name up. */
  default Optional<DatabaseInstance> replaced() {
    return switch (this) {
      case None(), Begun(var _) -> Optional.empty();
      case Fenced(var former) -> Optional.of(former);
      case Restored(var former, var _) -> Optional.of(former);
      case Kept(var former) -> Optional.of(former);
    };
  }

  /** Whether there is no database that anybody may use. */
  default boolean isUnderWay() {
    return switch (this) {
      case None(), Kept(var _) -> false;
      case Begun(var _), Fenced(var _), Restored(var _, var _) -> true;
    };
  }
}
