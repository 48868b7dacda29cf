package io.appenv.operator.database;

import io.appenv.operator.model.Action;
import io.appenv.operator.model.BindingCalls;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Corrections;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.HandedOver;
import io.appenv.operator.model.InstanceSetting;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.SettingChanges;
import io.appenv.operator.model.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The calls that change an available instance. ModifyDBInstance with ApplyImmediately also applies
 * everything in PendingModifiedValues, restarts included. Hence it is used only while nothing is
 * pending, and never in a call that carries a change meant for the maintenance window. While one
 * change is under way RDS refuses the next, so one such call is made a pass.
 */
final class InstanceModification {

  private InstanceModification() {}

  static Plan plan(DatabaseFacts facts, DatabaseInstance instance) {
    return plan(facts, instance, facts.diff(instance));
  }

  /** While storage is being rearranged RDS takes every change but one of storage. */
  static Plan withoutStorage(DatabaseFacts facts, DatabaseInstance instance) {
    var diff = facts.diff(instance);
    var plan = plan(facts, instance, diff.withoutStorage());
    var holdsStorage = diff.awaited().contain(InstanceSetting::isOfStorage);
    return (holdsStorage ? plan.withoutHurry() : plan)
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
    var held = diff.switchesBackups(instance) && !instance.pending().isEmpty();
    var sendable = held ? diff.withoutRetention() : diff;
    var credentials = CredentialsReset.plan(facts, instance);
    var binding = GroupBinding.plan(facts, instance);
    var actions = new ArrayList<PlannedAction>();
    actions.addAll(MissingTags.plan(facts.owned(instance), facts.ownershipTags()).actions());
    actions.addAll(binding.first());
    actions.addAll(credentials);
    actions.addAll(oneAtATime(turns(facts, instance, sendable, binding), !credentials.isEmpty()));
    return new Plan(actions, handedOver(instance, diff), findings(facts, instance, sendable, held));
  }

  /** The growth of a full volume, the one change RDS takes in that state. */
  static Plan storageOnly(DatabaseFacts facts, DatabaseInstance instance) {
    return StorageDiff.growth(instance, facts.desired())
        .map(
            growth ->
                Plan.of(
                    PlannedAction.now(
                        new DatabaseAction.ModifyInstance(
                            instance.identifier(), growth.settings(), instance.pending().isEmpty()),
                        growth.difference().reason() + ", as the volume is full",
                        growth.difference().changeClass())))
        .orElseGet(Plan::empty);
  }

  /** The calls, those of one pass together. */
  private static List<List<PlannedAction>> turns(
      DatabaseFacts facts, DatabaseInstance instance, InstanceDiff diff, BindingCalls binding) {
    var corrections = facts.corrections();
    var unasked = diff.leaving(corrections.asked().keySet());
    var turns = new ArrayList<List<PlannedAction>>();
    inPlace(instance, unasked).map(List::of).ifPresent(turns::add);
    binding.now().map(List::of).ifPresent(turns::add);
    deferred(instance, unasked).map(List::of).ifPresent(turns::add);
    turns.addAll(MajorUpgrade.turns(facts, instance));
    ParameterRestart.plan(facts, instance, unasked).map(List::of).ifPresent(turns::add);
    turns.add(FormerGroups.plan(facts, instance, unasked));
    turns.add(Replacement.turn(facts, instance));
    turns.add(formerInstance(facts, instance));
    binding.later().stream().map(List::of).forEach(turns::add);
    binding.asked().stream().map(List::of).forEach(turns::add);
    asked(corrections, instance, diff.only(corrections.asked().keySet())).stream()
        .map(List::of)
        .forEach(turns::add);
    return turns;
  }

  private static List<PlannedAction> formerInstance(
      DatabaseFacts facts, DatabaseInstance instance) {
    return facts.replacement() instanceof ReplacementStage.Kept(var former)
        ? FormerInstance.plan(facts, former, instance)
        : List.of();
  }

  /** Last, so that what waits for a person holds up nothing else. */
  private static List<PlannedAction> asked(
      Corrections corrections, DatabaseInstance instance, InstanceDiff diff) {
    return Stream.of(
            inPlace(instance, diff).map(it -> corrections.asking(it, diff.inPlace().names())),
            deferred(instance, diff).map(it -> corrections.asking(it, diff.deferred().names())))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<PlannedAction> inPlace(DatabaseInstance instance, InstanceDiff diff) {
    // AWS would put these off unless told to apply them immediately.
    var deferrable = diff.changesStorage() || diff.switchesBackups(instance);
    var immediately = deferrable && instance.pending().isEmpty();
    var inWindow = deferrable && !immediately;
    return call(
        instance, diff.inPlace(), immediately, inWindow ? Timing.MAINTENANCE_WINDOW : Timing.NOW);
  }

  private static Optional<PlannedAction> deferred(DatabaseInstance instance, InstanceDiff diff) {
    return call(instance, diff.deferred(), false, Timing.MAINTENANCE_WINDOW);
  }

  private static Optional<PlannedAction> call(
      DatabaseInstance instance,
      SettingChanges<InstanceSetting> changes,
      boolean immediately,
      Timing timing) {
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    var isFlushable = timing == Timing.MAINTENANCE_WINDOW && instance.pending().isEmpty();
    return Optional.of(
        new PlannedAction(
            modify(instance, changes, immediately),
            changes.reason(),
            changes.changeClass(),
            changes.interruption().whereRedundant(instance.multiAz()),
            timing,
            isFlushable ? Optional.of(modify(instance, changes, true)) : Optional.empty()));
  }

  private static Action modify(
      DatabaseInstance instance, SettingChanges<InstanceSetting> changes, boolean immediately) {
    return new DatabaseAction.ModifyInstance(
        instance.identifier(), changes.settings(), immediately);
  }

  /** What is pending besides, and what nobody here asked for, would be hurried along with it. */
  private static List<HandedOver> handedOver(DatabaseInstance instance, InstanceDiff diff) {
    return HandedOver.of(
        diff.awaited(),
        modify(instance, diff.awaited(), false),
        Optional.<Action>of(modify(instance, diff.awaited(), true))
            .filter(_ -> !instance.pending().others()),
        instance.multiAz(),
        instance.maintenanceWindow());
  }

  private static List<PlannedAction> oneAtATime(List<List<PlannedAction>> turns, boolean busy) {
    var ordered = new ArrayList<PlannedAction>();
    for (var turn : turns) {
      var later = busy || !ordered.isEmpty();
      turn.forEach(call -> ordered.add(later ? call.afterPrevious() : call));
    }
    return ordered;
  }

  private static List<Failure> findings(
      DatabaseFacts facts, DatabaseInstance instance, InstanceDiff diff, boolean held) {
    var findings =
        new ArrayList<>(RefusedChanges.of(facts.desired(), instance, facts.corrections().left()));
    diff.awaited().all().stream()
        .map(it -> awaited(it.difference().reason() + " is applied by AWS", instance))
        .forEach(findings::add);
    findings.addAll(MajorUpgrade.findings(facts, instance));
    findings.addAll(Replacement.findings(facts, instance));
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
