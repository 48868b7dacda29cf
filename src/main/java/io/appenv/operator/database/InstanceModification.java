package io.appenv.operator.database;

import io.appenv.operator.model.Action;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.Differences;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.InstanceChange;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The calls that change an available instance. ModifyDBInstance with ApplyImmediately also applies
 * everything in PendingModifiedValues, restarts included. Hence it is used only while nothing is
 * pending, and never in a call that carries a change meant for the maintenance window. While one
 * change is under way RDS refuses the next, so one such call is made a pass.
 */
final class InstanceModification {

  private InstanceModification() {}

  static Plan plan(DatabaseFacts facts, DatabaseInstance instance) {
    return plan(facts, instance, InstanceDiff.of(instance, facts.desired()));
  }

  /** While storage is being rearranged RDS takes every change but one of storage. */
  static Plan withoutStorage(DatabaseFacts facts, DatabaseInstance instance) {
    var diff = InstanceDiff.of(instance, facts.desired());
    return plan(facts, instance, diff.withoutStorage())
        .and(diff.changesStorage() ? Plan.of(storageLater()) : Plan.empty());
  }

  private static Failure storageLater() {
    return new Failure.Waiting(
        Component.DATABASE,
        Reason.MODIFYING,
        "AWS still rearranges the storage after the last change; the next change of it follows"
            + " then");
  }

  private static Plan plan(DatabaseFacts facts, DatabaseInstance instance, InstanceDiff diff) {
    var held = diff.switchesBackups() && !instance.pending().isEmpty();
    var sendable = held ? diff.withoutRetention() : diff;
    var credentials = CredentialsReset.plan(facts, instance);
    var actions = new ArrayList<PlannedAction>();
    actions.addAll(MissingTags.plan(facts.owned(instance), facts.ownershipTags()).actions());
    actions.addAll(credentials);
    actions.addAll(oneAtATime(calls(instance, sendable), !credentials.isEmpty()));
    return new Plan(actions, findings(facts, instance, sendable, held));
  }

  /** The growth of a full volume, the one change RDS takes in that state. */
  static Plan storageOnly(DatabaseFacts facts, DatabaseInstance instance) {
    var growth = InstanceDiff.of(instance, facts.desired()).storage().change();
    return growth
        .map(
            difference ->
                Plan.of(
                    PlannedAction.now(
                        new DatabaseAction.ModifyInstance(
                            instance.identifier(),
                            growth(instance, difference.to()),
                            instance.pending().isEmpty()),
                        difference.reason() + ", as the volume is full",
                        difference.changeClass())))
        .orElseGet(Plan::empty);
  }

  private static InstanceChange growth(DatabaseInstance instance, int gib) {
    return InstanceChange.storage(
        gib,
        StorageBaseline.of(instance, Optional.of(gib), Optional.empty())
            .map(StorageBaseline::iops));
  }

  private static List<PlannedAction> calls(DatabaseInstance instance, InstanceDiff diff) {
    var calls = new ArrayList<PlannedAction>();
    inPlace(instance, diff).ifPresent(calls::add);
    deferred(instance, diff).ifPresent(calls::add);
    return calls;
  }

  private static Optional<PlannedAction> inPlace(DatabaseInstance instance, InstanceDiff diff) {
    var immediately = diff.wouldBeDeferred() && instance.pending().isEmpty();
    var inWindow = diff.wouldBeDeferred() && !immediately;
    return call(
        instance,
        diff.inPlace(),
        diff.inPlaceChange(),
        immediately,
        inWindow ? Timing.MAINTENANCE_WINDOW : Timing.NOW);
  }

  private static Optional<PlannedAction> deferred(DatabaseInstance instance, InstanceDiff diff) {
    return call(instance, diff.deferred(), diff.deferredChange(), false, Timing.MAINTENANCE_WINDOW);
  }

  private static Optional<PlannedAction> call(
      DatabaseInstance instance,
      Differences differences,
      InstanceChange change,
      boolean immediately,
      Timing timing) {
    if (differences.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PlannedAction(
            new DatabaseAction.ModifyInstance(instance.identifier(), change, immediately),
            differences.reason(),
            differences.changeClass(),
            differences.interruption().whereRedundant(instance.multiAz()),
            timing,
            Optional.<Action>of(
                    new DatabaseAction.ModifyInstance(instance.identifier(), change, true))
                .filter(_ -> timing == Timing.MAINTENANCE_WINDOW && instance.pending().isEmpty())));
  }

  private static List<PlannedAction> oneAtATime(List<PlannedAction> calls, boolean busy) {
    var ordered = new ArrayList<PlannedAction>();
    for (var call : calls) {
      ordered.add(busy || !ordered.isEmpty() ? call.afterPrevious() : call);
    }
    return ordered;
  }

  private static List<Failure> findings(
      DatabaseFacts facts, DatabaseInstance instance, InstanceDiff diff, boolean held) {
    var findings = new ArrayList<>(RefusedChanges.of(facts.desired(), instance));
    diff.awaited().stream()
        .map(value -> awaited(value + " is applied by AWS", instance))
        .forEach(findings::add);
    if (held) {
      findings.add(awaited("backup.pointInTime is changed after what AWS applies", instance));
    }
    return findings;
  }

  private static Failure awaited(String what, DatabaseInstance instance) {
    return new Failure.Waiting(
        Component.DATABASE,
        Reason.PENDING_MAINTENANCE,
        what + " in the maintenance window " + instance.maintenanceWindow());
  }
}
