package io.appenv.operator.database;

import io.appenv.operator.database.ReplacementCalls.Step;
import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.DataSnapshot;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.InstanceSetting;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.ReplacementTerms;
import io.appenv.operator.model.Sighting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts a copy with another key in the place of a database. RDS cannot change a key in place. The
 * writers are stopped first, and the database is given another name, so that nothing is written
 * that the copy would lack; it is never deleted to make room.
 */
final class Replacement {

  private Replacement() {}

  /** All calls, of a database that serves under its name. */
  static List<PlannedAction> turn(DatabaseFacts facts, DatabaseInstance instance) {
    return switch (ReplacementPath.of(facts, instance)) {
      case ReplacementPath.NotWanted(), ReplacementPath.Blocked(var _) -> List.of();
      case ReplacementPath.Open(var snapshot) -> {
        var calls = new ReplacementCalls(facts, instance, snapshot).from(Step.BEGIN);
        yield instance.pending().isEmpty() ? calls : later(calls);
      }
    };
  }

  /** What stands in the way of it, or is waited for. */
  static List<Failure> findings(DatabaseFacts facts, DatabaseInstance instance) {
    return switch (ReplacementPath.of(facts, instance)) {
      case ReplacementPath.NotWanted() -> List.of();
      case ReplacementPath.Blocked(var causes) -> causes;
      case ReplacementPath.Open(var _) ->
          instance.pending().isEmpty()
              ? List.of()
              : List.of(
                  new Failure.Waiting(
                      Component.DATABASE,
                      Reason.PENDING_MAINTENANCE,
                      "the replacement follows what AWS applies in the maintenance window %s"
                          .formatted(instance.maintenanceWindow())));
    };
  }

  /** What comes next of one that is under way; nothing else is done to the database meanwhile. */
  static Plan goOn(DatabaseFacts facts, ReplacementStage stage) {
    return switch (stage) {
      case ReplacementStage.None(), ReplacementStage.Kept(var _) -> Plan.empty();
      case ReplacementStage.Begun(var instance) ->
          ReplacementPath.isWanted(facts, instance)
              ? begun(facts, instance)
              : abandoned(facts, instance);
      case ReplacementStage.Fenced(var former) ->
          ReplacementPath.isWanted(facts, former) ? fenced(facts, former) : putBack(facts, former);
      case ReplacementStage.Restored(var former, var copy) -> restored(facts, former, copy);
    };
  }

  private static Plan begun(DatabaseFacts facts, DatabaseInstance instance) {
    var calls = calls(facts, instance).from(Step.RENAME);
    if (!facts.recorded().databaseIdle()) {
      return later(
          calls,
          waiting(
              "the pods of %s are being stopped".formatted(String.join(", ", facts.clients()))));
    }
    return whenOpen(instance, calls);
  }

  private static Plan abandoned(DatabaseFacts facts, DatabaseInstance instance) {
    return Plan.of(
        PlannedAction.now(
            new DatabaseAction.AddTags(
                facts.instanceRef(),
                instance.arn(),
                Map.of(Ownership.REPLACEMENT, ReplacementStage.ABANDONED)),
            "the replacement is not wanted any more; the pods are started",
            ChangeClass.IN_PLACE));
  }

  private static Plan putBack(DatabaseFacts facts, DatabaseInstance former) {
    return whenOpen(
        former,
        List.of(
            PlannedAction.now(
                new DatabaseAction.RenameInstance(
                    former.identifier(), facts.desired().identifier()),
                "the replacement is not wanted any more; it gets its name back",
                ChangeClass.IN_PLACE)));
  }

  private static Plan fenced(DatabaseFacts facts, DatabaseInstance former) {
    var calls = calls(facts, former);
    if (!(facts.observed().replacement().snapshots()
        instanceof Sighting.Present<List<DataSnapshot>>(var snapshots))) {
      return later(calls.from(Step.TAKE_SNAPSHOT), waiting("its snapshots are looked at"));
    }
    var copies = new ReplacementCopies(facts, snapshots);
    return copies
        .find(calls.snapshot())
        .map(
            snapshot ->
                copies
                    .unready(snapshot)
                    .map(it -> later(calls.from(Step.COPY_SNAPSHOT), it))
                    .orElseGet(() -> copied(copies, calls)))
        .orElseGet(() -> whenOpen(former, calls.from(Step.TAKE_SNAPSHOT)));
  }

  private static Plan copied(ReplacementCopies copies, ReplacementCalls calls) {
    return copies
        .find(ReplacementTerms.copyOf(calls.snapshot()))
        .map(
            copy ->
                copies
                    .unready(copy)
                    .map(it -> later(calls.from(Step.RESTORE), it))
                    .orElseGet(() -> Plan.of(calls.from(Step.RESTORE))))
        .orElseGet(() -> Plan.of(calls.from(Step.COPY_SNAPSHOT)));
  }

  private static Plan restored(
      DatabaseFacts facts, DatabaseInstance former, DatabaseInstance copy) {
    var calls = calls(facts, former);
    return obstacle(
            "the copy",
            copy,
            remedy -> failed(former, copy, "is %s in AWS; %s".formatted(copy.status(), remedy)))
        .map(it -> later(calls.from(Step.SET), it))
        .orElseGet(() -> compared(calls, former, copy));
  }

  private static Plan compared(
      ReplacementCalls calls, DatabaseInstance former, DatabaseInstance copy) {
    var differences = ReplacementCheck.differences(calls.facts().desired(), former, copy);
    if (!differences.isEmpty()) {
      return later(calls.from(Step.END), failed(former, copy, String.join("; it ", differences)));
    }
    return lacks(calls, copy) ? Plan.of(calls.from(Step.SET)) : Plan.of(calls.from(Step.END));
  }

  private static boolean lacks(ReplacementCalls calls, DatabaseInstance copy) {
    var kinds =
        ReplacementCalls.left(calls.facts().desired()).stream()
            .<Class<?>>map(InstanceSetting::getClass)
            .toList();
    return InstanceDiff.of(copy, calls.facts().desired())
        .changes()
        .contain(it -> kinds.contains(it.getClass()));
  }

  /** The calls, once AWS takes one. */
  private static Plan whenOpen(DatabaseInstance instance, List<PlannedAction> calls) {
    return obstacle("it", instance, remedy -> InstanceStep.failed(instance, remedy))
        .map(it -> later(calls, it))
        .orElseGet(() -> Plan.of(calls));
  }

  /**
   * Why AWS takes no call about an instance now.
   *
   * @param who it is, for people
   * @param stuck what is said where it does not get out of that by itself, by the remedy
   */
  private static Optional<Failure> obstacle(
      String who, DatabaseInstance instance, Function<String, Failure> stuck) {
    return switch (InstanceState.of(instance.status())) {
      case InstanceState.Available(), InstanceState.Optimizing() -> Optional.empty();
      case InstanceState.Changing(var word, var _) ->
          Optional.of(waiting("%s is %s".formatted(who, word)));
      case InstanceState.Occupied(var word) ->
          Optional.of(waiting("%s is %s".formatted(who, word)));
      case InstanceState.Unknown(var word) -> Optional.of(InstanceStep.unknown(word));
      case InstanceState.Stopped() ->
          Optional.of(stuck.apply("start it in RDS, and the replacement goes on"));
      case InstanceState.StorageFull() -> Optional.of(stuck.apply("give it more storage in RDS"));
      case InstanceState.Failed(var _, var remedy, var _) -> Optional.of(stuck.apply(remedy));
    };
  }

  private static ReplacementCalls calls(DatabaseFacts facts, DatabaseInstance replaced) {
    return new ReplacementCalls(facts, replaced, ReplacementStage.snapshot(replaced).orElseThrow());
  }

  private static Plan later(List<PlannedAction> calls, Failure finding) {
    return Plan.of(later(calls), List.of(finding));
  }

  private static List<PlannedAction> later(List<PlannedAction> calls) {
    return calls.stream().map(PlannedAction::afterPrevious).toList();
  }

  private static Failure waiting(String what) {
    return new Failure.Waiting(
        Component.DATABASE,
        Reason.REPLACING,
        "the database is replaced by a copy of itself: " + what);
  }

  private static Failure failed(DatabaseInstance former, DatabaseInstance copy, String why) {
    return new Failure.Terminal(
        Component.DATABASE,
        Reason.REPLACEMENT_FAILED,
        "the copy %s of database %s cannot take its place, as it %s; the pods stay stopped, and %s holds all data; docs/playbooks.md#when-a-replacement-gets-stuck"
            .formatted(copy.identifier(), former.identifier(), why, former.identifier()));
  }
}
