package io.appenv.operator.database;

import io.appenv.operator.model.Action;
import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.EngineVersion;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Interruption;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Timing;
import io.appenv.operator.model.WeeklyWindow;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes an instance to a later major version. Nothing leads back, so a person is asked under every
 * policy. In one window a snapshot is taken and, once it is complete, the upgrade begun; a snapshot
 * of an earlier window is not relied on.
 */
final class MajorUpgrade {

  private final DatabaseFacts facts;
  private final DatabaseInstance instance;
  private final String target;

  private MajorUpgrade(DatabaseFacts facts, DatabaseInstance instance, String target) {
    this.facts = facts;
    this.instance = instance;
    this.target = target;
  }

  /** The calls, those of one pass together. */
  static List<List<PlannedAction>> turns(DatabaseFacts facts, DatabaseInstance instance) {
    return switch (UpgradePath.of(facts)) {
      case UpgradePath.NotWanted(), UpgradePath.Blocked(var _) -> List.of();
      case UpgradePath.Accepted(var _) -> List.of(UpgradeMark.plan(facts, instance));
      case UpgradePath.Open(var target) -> new MajorUpgrade(facts, instance, target).turns();
    };
  }

  private List<List<PlannedAction>> turns() {
    var turns = new ArrayList<List<PlannedAction>>();
    var copy = UpgradeCopy.usable(facts, instance).or(() -> UpgradeCopy.underWay(facts, instance));
    var name = copy.map(it -> it.name()).orElseGet(() -> UpgradeCopy.nextName(facts));
    if (copy.isEmpty()) {
      turns.add(List.of(inWindow(snapshot(name), "a snapshot that is kept, before " + reason())));
    }
    turns.add(
        List.of(
            upgrade(),
            inWindow(
                UpgradeMark.of(facts, instance, name, Optional.of(window())),
                UpgradeMark.reason(facts, instance))));
    return mustWait() ? turns.stream().map(MajorUpgrade::later).toList() : turns;
  }

  private PlannedAction upgrade() {
    var call =
        new DatabaseAction.UpgradeInstance(
            instance.identifier(),
            target,
            facts.desired().parameterGroup(),
            EngineVersion.mayUpgradeMinor(facts.desired().version()),
            window());
    return new PlannedAction(
            call,
            reason(),
            ChangeClass.RESTART,
            Interruption.RESTART,
            Timing.WHEN_WINDOW_OPENS,
            Optional.of(call))
        .asking();
  }

  private DatabaseAction snapshot(String name) {
    return new DatabaseAction.TakeSnapshot(
        instance.identifier(), name, facts.ownershipTags(), window());
  }

  private static PlannedAction inWindow(Action call, String reason) {
    return new PlannedAction(
            call,
            reason,
            ChangeClass.IN_PLACE,
            Interruption.NONE,
            Timing.WHEN_WINDOW_OPENS,
            Optional.of(call))
        .asking();
  }

  private String reason() {
    return "version %s -> %s".formatted(instance.engineVersion(), target)
        + UpgradeCopy.again(facts, instance);
  }

  private WeeklyWindow window() {
    return WeeklyWindow.read(facts.desired().maintenanceWindow(), ZoneOffset.UTC).orElseThrow();
  }

  /** What stands in the way, or is waited for. */
  static List<Failure> findings(DatabaseFacts facts, DatabaseInstance instance) {
    var findings = new ArrayList<Failure>();
    switch (UpgradePath.of(facts)) {
      case UpgradePath.NotWanted() -> {}
      case UpgradePath.Blocked(var causes) -> findings.addAll(causes);
      case UpgradePath.Accepted(var version) -> findings.add(accepted(facts, instance, version));
      case UpgradePath.Open(var target) -> {
        UpgradeCopy.ofFailedTry(facts, instance)
            .map(it -> failed(facts, instance, it))
            .ifPresent(findings::add);
        waiting(facts, instance, target).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static Failure failed(DatabaseFacts facts, DatabaseInstance instance, String snapshot) {
    return new Failure.Terminal(
        Component.DATABASE,
        Reason.UPGRADE_FAILED,
        "the upgrade to PostgreSQL %s that was begun with snapshot %s has failed, and the database runs %s as before; aws rds describe-events --source-type db-instance --source-identifier %s --duration 10080 tells why; approve the plan to try again, or put spec.database.version back"
            .formatted(
                facts.desired().version(),
                snapshot,
                instance.engineVersion(),
                instance.identifier()));
  }

  private static Optional<Failure> waiting(
      DatabaseFacts facts, DatabaseInstance instance, String target) {
    var copy = UpgradeCopy.underWay(facts, instance);
    if (copy.isPresent()) {
      return Optional.of(
          modifying(
              "snapshot %s is being taken, before the upgrade to PostgreSQL %s"
                  .formatted(copy.get().name(), target)));
    }
    if (isRearranged(instance)) {
      return Optional.of(
          modifying(
              "AWS still rearranges the storage; the upgrade to PostgreSQL %s follows then"
                  .formatted(target)));
    }
    return instance.pending().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Failure.Waiting(
                Component.DATABASE,
                Reason.PENDING_MAINTENANCE,
                "the upgrade to PostgreSQL %s follows what AWS applies in the maintenance window %s"
                    .formatted(target, instance.maintenanceWindow())));
  }

  private static List<PlannedAction> later(List<PlannedAction> turn) {
    return turn.stream().map(PlannedAction::afterPrevious).toList();
  }

  /** What is pending would be applied with the upgrade. */
  private boolean mustWait() {
    return !instance.pending().isEmpty()
        || isRearranged(instance)
        || UpgradeCopy.underWay(facts, instance).isPresent();
  }

  private static boolean isRearranged(DatabaseInstance instance) {
    return InstanceState.of(instance.status()) instanceof InstanceState.Optimizing;
  }

  /** One that the operator began is under way; what somebody put off takes its time. */
  private static Failure accepted(DatabaseFacts facts, DatabaseInstance instance, String version) {
    var ours = UpgradeCopy.ofFailedTry(facts, instance).isPresent();
    var text = "AWS has accepted version %s -> %s".formatted(instance.engineVersion(), version);
    return ours
        ? modifying(text)
        : new Failure.Waiting(Component.DATABASE, Reason.PENDING_MAINTENANCE, text);
  }

  private static Failure modifying(String message) {
    return new Failure.Waiting(Component.DATABASE, Reason.MODIFYING, message);
  }
}
