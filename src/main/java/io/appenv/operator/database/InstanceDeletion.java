package io.appenv.operator.database;

import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.InstanceSetting;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.SpecField;
import java.util.List;
import java.util.Optional;

/** Deletes an instance in the states in which AWS allows it. */
final class InstanceDeletion {

  private InstanceDeletion() {}

  static Plan plan(DatabaseFacts facts, DatabaseInstance instance, boolean withCopy) {
    return switch (InstanceState.of(instance.status())) {
      case InstanceState.Available() -> delete(facts, instance, withCopy);
      case InstanceState.Optimizing() -> delete(facts, instance, withCopy);
      case InstanceState.Changing(var word, var reason) ->
          changing(facts, instance, withCopy, word, reason);
      case InstanceState.Occupied(var word) -> Plan.of(notYet(Reason.DELETING, word));
      case InstanceState.StorageFull() -> delete(facts, instance, withCopy);
      case InstanceState.Stopped() -> stopped(facts, instance, withCopy);
      case InstanceState.Failed(var _, var remedy, var copyPossible) ->
          withCopy && !copyPossible
              ? Plan.of(noCopy(facts, instance, remedy))
              : delete(facts, instance, withCopy);
      case InstanceState.Unknown(var word) -> Plan.of(InstanceStep.unknown(word));
    };
  }

  private static Plan delete(DatabaseFacts facts, DatabaseInstance instance, boolean withCopy) {
    var taken = withCopy ? FinalSnapshot.taken(facts) : Optional.<Failure>empty();
    if (taken.isPresent()) {
      return Plan.of(taken.get());
    }
    var call = deleteCall(facts, instance, withCopy);
    return instance.deletionProtection()
        ? Plan.of(unprotect(instance, "the environment is deleted"), call.afterPrevious())
        : Plan.of(call);
  }

  /** Protection ends at once, whatever ApplyImmediately says; false leaves pending values alone. */
  static PlannedAction unprotect(DatabaseInstance instance, String why) {
    return PlannedAction.now(
        new DatabaseAction.ModifyInstance(
            instance.identifier(), List.of(new InstanceSetting.DeletionProtection(false)), false),
        why + ", and deletion protection would refuse it",
        SpecField.DATABASE_DELETION_PROTECTION.changeClass());
  }

  private static PlannedAction deleteCall(
      DatabaseFacts facts, DatabaseInstance instance, boolean withCopy) {
    var desired = facts.desired();
    return PlannedAction.now(
        new DatabaseAction.DeleteInstance(
            instance.identifier(),
            withCopy ? Optional.of(desired.finalSnapshot()) : Optional.empty()),
        withCopy
            ? "the environment is deleted; final snapshot " + desired.finalSnapshot()
            : "the environment is deleted; its data is not kept, as confirmed",
        ChangeClass.DESTROY);
  }

  /** An instance being created can be deleted, but no snapshot of it can be taken. */
  private static Plan changing(
      DatabaseFacts facts,
      DatabaseInstance instance,
      boolean withCopy,
      String word,
      Reason reason) {
    var atOnce = !withCopy && reason == Reason.CREATING && !instance.deletionProtection();
    return switch (reason) {
      case DELETING -> Plan.of(InstanceStep.waiting(Reason.DELETING, word));
      default -> atOnce ? delete(facts, instance, false) : Plan.of(notYet(reason, word));
    };
  }

  /** A stopped instance takes no changes, so its protection cannot be lifted. */
  private static Plan stopped(DatabaseFacts facts, DatabaseInstance instance, boolean withCopy) {
    return withCopy || instance.deletionProtection()
        ? Plan.of(
            InstanceStep.failed(instance, "start it in RDS, so that it can be copied and deleted"))
        : delete(facts, instance, false);
  }

  private static Failure notYet(Reason reason, String word) {
    return new Failure.Waiting(
        Component.DATABASE,
        reason,
        "the database is "
            + word
            + "; a final snapshot can be taken and the database deleted once it is available");
  }

  private static Failure noCopy(DatabaseFacts facts, DatabaseInstance instance, String remedy) {
    return new Failure.Terminal(
        Component.DATABASE,
        Reason.SNAPSHOT_FAILED,
        "database %s is %s, in which AWS takes no final snapshot; %s, or give the data up with spec.database.deletionPolicy Delete and spec.operations.confirmDeletion %s"
            .formatted(
                instance.identifier(), instance.status(), remedy, facts.environment().name()));
  }
}
