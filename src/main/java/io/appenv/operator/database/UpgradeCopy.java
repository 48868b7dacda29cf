package io.appenv.operator.database;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.DataSnapshot;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.UpgradeSnapshot;
import java.util.List;
import java.util.Optional;

/** The snapshot that is taken right before an upgrade to another major version, and kept. */
final class UpgradeCopy {

  private static final String CREATING = "creating";
  private static final String AVAILABLE = "available";

  private UpgradeCopy() {}

  /** One that the upgrade can be begun with. A try that failed has used its own up. */
  static Optional<DataSnapshot> usable(DatabaseFacts facts, DatabaseInstance instance) {
    return unused(facts, instance).filter(it -> it.status().equals(AVAILABLE));
  }

  /** One that is being taken. */
  static Optional<DataSnapshot> underWay(DatabaseFacts facts, DatabaseInstance instance) {
    return unused(facts, instance).filter(it -> it.status().equals(CREATING));
  }

  private static Optional<DataSnapshot> unused(DatabaseFacts facts, DatabaseInstance instance) {
    return all(facts).stream()
        .filter(UpgradeSnapshot::isRecent)
        .map(UpgradeSnapshot::snapshot)
        .filter(it -> !it.name().equals(instance.tags().get(Ownership.UPGRADED_WITH)))
        .reduce((_, later) -> later);
  }

  /** The last that is complete, however old it is. */
  static Optional<DataSnapshot> latest(DatabaseFacts facts) {
    return all(facts).stream()
        .map(UpgradeSnapshot::snapshot)
        .filter(it -> it.status().equals(AVAILABLE))
        .reduce((_, later) -> later);
  }

  /** The name of the next one. */
  static String nextName(DatabaseFacts facts) {
    return UpgradeSnapshot.name(facts.desired().upgradeSnapshot(), all(facts).size() + 1);
  }

  /** The snapshot of a try that has failed: what runs is the former version, at rest. */
  static Optional<String> ofFailedTry(DatabaseFacts facts, DatabaseInstance instance) {
    return Optional.ofNullable(instance.tags().get(Ownership.UPGRADED_WITH))
        .filter(it -> it.startsWith(facts.desired().upgradeSnapshot() + "-"));
  }

  /** A try after one that failed reads differently, so that it needs another approval. */
  static String again(DatabaseFacts facts, DatabaseInstance instance) {
    return ofFailedTry(facts, instance)
        .map(", again, as the try with snapshot %s has failed"::formatted)
        .orElse("");
  }

  /** Why none can be taken: a name that is in use is neither overwritten nor passed over. */
  static Optional<Failure> obstacle(DatabaseFacts facts) {
    return all(facts).stream()
        .map(UpgradeSnapshot::snapshot)
        .flatMap(it -> problem(facts, it).stream())
        .findFirst();
  }

  private static Optional<Failure> problem(DatabaseFacts facts, DataSnapshot snapshot) {
    if (!Ownership.owns(facts.environment(), snapshot.tags())
        || !snapshot.source().equals(facts.desired().identifier())) {
      return Optional.of(
          failed(
              "snapshot %s bears a name the upgrade needs, and is not one of this environment's database; copy it under another name if it is needed, and delete it"
                  .formatted(snapshot.name())));
    }
    return snapshot.status().equals("failed")
        ? Optional.of(
            failed(
                "snapshot %s, taken before the upgrade, has failed, so the upgrade is not begun; delete it, and another is taken"
                    .formatted(snapshot.name())))
        : Optional.empty();
  }

  private static Failure failed(String message) {
    return new Failure.Terminal(Component.DATABASE, Reason.SNAPSHOT_FAILED, message);
  }

  private static List<UpgradeSnapshot> all(DatabaseFacts facts) {
    return facts.observed().upgrade().snapshots().found().orElse(List.of());
  }
}
