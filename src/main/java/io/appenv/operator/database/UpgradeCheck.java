package io.appenv.operator.database;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.EngineParameter;
import io.appenv.operator.model.EngineVersion;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.model.SpecField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What has to be so before anything of an upgrade to another major version is begun. */
final class UpgradeCheck {

  private UpgradeCheck() {}

  static UpgradePath of(DatabaseFacts facts, DatabaseInstance instance) {
    var seen = facts.observed().upgrade();
    if (!(seen.targets() instanceof Sighting.Present<List<String>>(var targets))
        || !(seen.family() instanceof Sighting.Present<Map<String, EngineParameter>>(var family))
        || seen.snapshots() instanceof Sighting.Unseen<?>) {
      return new UpgradePath.Blocked(List.of(unseen(instance)));
    }
    if (!isOpen(instance)) {
      return new UpgradePath.Blocked(List.of(later(facts, instance)));
    }
    var target = seen.target(facts.desired());
    var instanceClass = instanceClass(facts, instance);
    var offered = target.flatMap(_ -> Optional.ofNullable(seen.classes().get(instanceClass)));
    var causes =
        Stream.concat(
                Stream.of(
                        unreachable(facts, instance, targets),
                        unsaved(facts, instance),
                        offered
                            .filter(isOffered -> !isOffered)
                            .map(_ -> unsuited(instanceClass, target.orElseThrow())),
                        UpgradeCopy.obstacle(facts))
                    .flatMap(Optional::stream),
                ParameterChanges.refusals(facts.desired(), family).stream())
            .toList();
    if (target.isEmpty() || !causes.isEmpty()) {
      return new UpgradePath.Blocked(causes);
    }
    return offered.isEmpty()
        ? new UpgradePath.Blocked(List.of(unseen(instance)))
        : new UpgradePath.Open(target.get());
  }

  /** A change of the class comes before the upgrade. */
  private static String instanceClass(DatabaseFacts facts, DatabaseInstance instance) {
    return facts.leaves(SpecField.DATABASE_INSTANCE_CLASS.shortName())
        ? instance.instanceClass()
        : facts.desired().instanceClass();
  }

  private static Failure unsuited(String instanceClass, String target) {
    return refusal(
        "RDS does not run PostgreSQL %s on %s; write another class to spec.database.instanceClass, one of those that aws rds describe-orderable-db-instance-options --engine postgres --engine-version %s lists"
            .formatted(target, instanceClass, target));
  }

  private static boolean isOpen(DatabaseInstance instance) {
    return switch (InstanceState.of(instance.status())) {
      case InstanceState.Available(), InstanceState.Optimizing() -> true;
      case InstanceState.Occupied(var _),
          InstanceState.Changing(var _, var _),
          InstanceState.StorageFull(),
          InstanceState.Stopped(),
          InstanceState.Failed(var _, var _, var _),
          InstanceState.Unknown(var _) ->
          false;
    };
  }

  private static Failure unseen(DatabaseInstance instance) {
    return new Failure.Waiting(
        Component.DATABASE,
        Reason.OBSERVING,
        "AWS is asked what PostgreSQL %s can be upgraded to".formatted(instance.engineVersion()));
  }

  private static Failure later(DatabaseFacts facts, DatabaseInstance instance) {
    return new Failure.Waiting(
        Component.DATABASE,
        Reason.MODIFYING,
        "the database is %s; once it is available, the upgrade to PostgreSQL %s goes on"
            .formatted(instance.status(), facts.desired().version()));
  }

  private static Optional<Failure> unreachable(
      DatabaseFacts facts, DatabaseInstance instance, List<String> targets) {
    var wanted = facts.desired().version();
    return EngineVersion.latest(targets, wanted).isPresent()
        ? Optional.empty()
        : Optional.of(
            refusal(
                "RDS has no upgrade from PostgreSQL %s to %s, only to %s; write one of these to spec.database.version, or first a later minor version of what runs"
                    .formatted(
                        instance.engineVersion(),
                        wanted,
                        targets.isEmpty()
                            ? "no other major version"
                            : String.join(", ", targets))));
  }

  /** Without backups RDS takes no copy of its own, and nothing can be restored to a moment. */
  private static Optional<Failure> unsaved(DatabaseFacts facts, DatabaseInstance instance) {
    return instance.backupRetentionDays() == 0 || facts.desired().backupRetentionDays() == 0
        ? Optional.of(
            refusal(
                "a database without automated backups is not upgraded to PostgreSQL %s; write 1d or more to spec.database.backup.pointInTime"
                    .formatted(facts.desired().version())))
        : Optional.empty();
  }

  private static Failure refusal(String message) {
    return new Failure.Terminal(Component.DATABASE, Reason.CHANGE_REFUSED, message);
  }
}
