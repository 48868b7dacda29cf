package io.appenv.operator.database;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.SpecField;
import java.util.List;

/**
 * Whether an instance can be upgraded to the major version that is declared, and to which minor.
 */
sealed interface UpgradePath {

  /** No later major version is declared. */
  record NotWanted() implements UpgradePath {}

  /** Nothing of it is begun. */
  record Blocked(List<Failure> causes) implements UpgradePath {}

  /**
   * @param target the version that is asked for: RDS completes a major one with its default minor
   *     one, which what runs may have no way to
   */
  record Open(String target) implements UpgradePath {}

  /** AWS has accepted it and not begun yet. */
  record Accepted(String version) implements UpgradePath {}

  static UpgradePath of(DatabaseFacts facts) {
    return facts
        .observed()
        .instance()
        .found()
        .filter(it -> facts.desired().isMajorUpgradeOf(it.engineVersion()))
        .filter(_ -> !facts.leaves(SpecField.DATABASE_VERSION.shortName()))
        .map(it -> of(facts, it))
        .orElseGet(NotWanted::new);
  }

  private static UpgradePath of(DatabaseFacts facts, DatabaseInstance instance) {
    var accepted =
        instance
            .pending()
            .engineVersion()
            .filter(it -> !facts.desired().isOtherFamilyThan(it))
            .<UpgradePath>map(Accepted::new);
    return accepted.orElseGet(
        () ->
            facts.desired().custody().adopted()
                ? new Blocked(List.of(adopted(instance)))
                : UpgradeCheck.of(facts, instance));
  }

  private static Failure adopted(DatabaseInstance instance) {
    return new Failure.Terminal(
        Component.DATABASE,
        Reason.CHANGE_REFUSED,
        "an adopted database keeps its parameter group, which has to be exchanged with the major version; upgrade %s in RDS, and write spec.database.version then; docs/playbooks.md#specdatabaseversion"
            .formatted(instance.identifier()));
  }
}
