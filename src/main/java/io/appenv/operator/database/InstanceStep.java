package io.appenv.operator.database;

import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.model.Timing;
import java.util.List;

/** The instance itself: created once, changed only while AWS accepts changes. */
final class InstanceStep implements DatabaseStep {

  @Override
  public Plan plan(DatabaseFacts facts) {
    return switch (facts.observed().instance()) {
      case Sighting.Unseen<DatabaseInstance> _ -> Plan.empty();
      case Sighting.Absent<DatabaseInstance> _ ->
          facts.wasEstablished() ? Plan.of(missing(facts)) : absent(facts);
      case Sighting.Present<DatabaseInstance>(var instance) -> present(facts, instance);
    };
  }

  private static Plan absent(DatabaseFacts facts) {
    return facts.desired().custody().adopted() ? Plan.of(nothingToAdopt(facts)) : create(facts);
  }

  private static Failure nothingToAdopt(DatabaseFacts facts) {
    return new Failure.Terminal(
        Component.DATABASE,
        Reason.ADOPTION_TARGET_MISSING,
        "no database %s exists in the region, and none is created under a name that is to be adopted; correct spec.database.adopt.identifier, or restore a snapshot under it"
            .formatted(facts.desired().identifier()));
  }

  private static Plan create(DatabaseFacts facts) {
    return Plan.of(
        facts
            .groups()
            .timed(
                PlannedAction.now(
                    new DatabaseAction.CreateInstance(facts.desired(), facts.groups().ids()),
                    "no database %s exists: %s"
                        .formatted(facts.desired().identifier(), description(facts.desired())),
                    ChangeClass.IN_PLACE)));
  }

  /** What somebody who approves it has to know. */
  private static String description(DesiredDatabase desired) {
    return "PostgreSQL %s, %s, %d GiB %s%s, Multi-AZ %s"
        .formatted(
            desired.version(),
            desired.instanceClass(),
            desired.storageGib(),
            desired.storageType(),
            desired.iops().map(" with %d IOPS"::formatted).orElse(""),
            desired.multiAz() ? "on" : "off");
  }

  private static Plan present(DatabaseFacts facts, DatabaseInstance instance) {
    return switch (InstanceState.of(instance.status())) {
      case InstanceState.Available() -> InstanceModification.plan(facts, instance);
      case InstanceState.Optimizing() -> InstanceModification.withoutStorage(facts, instance);
      case InstanceState.Occupied(var word) ->
          postponed(word, InstanceModification.plan(facts, instance));
      case InstanceState.Changing(var word, var reason) -> changing(facts, instance, word, reason);
      case InstanceState.StorageFull() -> storageFull(facts, instance);
      case InstanceState.Stopped() ->
          Plan.of(
              failed(
                  instance,
                  "start it in RDS; AWS does so by itself after seven days, and no change is"
                      + " possible before"));
      case InstanceState.Failed(var _, var remedy, var _) -> Plan.of(failed(instance, remedy));
      case InstanceState.Unknown(var word) -> Plan.of(unknown(word));
    };
  }

  private static Plan changing(
      DatabaseFacts facts, DatabaseInstance instance, String word, Reason reason) {
    var isUpgraded =
        word.equals("upgrading") && facts.desired().isMajorUpgradeOf(instance.engineVersion());
    return Plan.of(
        isUpgraded ? UpgradeMark.plan(facts, instance) : List.of(), List.of(waiting(reason, word)));
  }

  /**
   * AWS refuses changes in this state, so they are announced instead, but for what waits anyway.
   */
  private static Plan postponed(String word, Plan plan) {
    if (plan.actions().stream().allMatch(it -> it.timing() == Timing.WHEN_WINDOW_OPENS)) {
      return plan.withoutHurry();
    }
    var reason = plan.actions().getFirst().reason();
    return Plan.of(
            new Failure.Waiting(
                Component.DATABASE,
                Reason.MODIFYING,
                "the database is " + word + "; once it is available follows: " + reason))
        .and(plan.withoutCalls());
  }

  private static Plan storageFull(DatabaseFacts facts, DatabaseInstance instance) {
    var growth = InstanceModification.storageOnly(facts, instance);
    return growth.actions().isEmpty()
        ? Plan.of(
            failed(instance, "write a larger spec.database.storage, which is applied at once"))
        : growth;
  }

  static Failure waiting(Reason reason, String word) {
    return new Failure.Waiting(
        Component.DATABASE, reason, "AWS reports the database as " + word + "; waiting for it");
  }

  static Failure unknown(String word) {
    return new Failure.Waiting(
        Component.DATABASE,
        Reason.UNKNOWN_STATE,
        "AWS reports the database in state "
            + word
            + ", which this version does not know; waiting until it is in a known one");
  }

  static Failure failed(DatabaseInstance instance, String remedy) {
    return new Failure.Terminal(
        Component.DATABASE,
        Reason.DATA_STORE_FAILED,
        "database %s is %s; %s".formatted(instance.identifier(), instance.status(), remedy));
  }

  private static Failure missing(DatabaseFacts facts) {
    return new Failure.Terminal(
        Component.DATABASE,
        Reason.DATA_STORE_MISSING,
        "database %s was deleted by somebody else; restore a snapshot or an automated backup under this identifier, tagged %s=%s and %s=%s; no empty one is created in its place"
            .formatted(
                facts.desired().identifier(),
                Ownership.CLUSTER,
                facts.environment().cluster(),
                Ownership.UID,
                facts.environment().uid()));
  }
}
