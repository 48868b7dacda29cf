package io.appenv.operator.cache;

import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.ReplicationGroup;
import java.util.Optional;

/**
 * Deletes a replication group in the states in which AWS allows it. The final snapshot is taken
 * while the group is deleting, and only of a group that was available.
 */
final class GroupDeletion {

  private GroupDeletion() {}

  static Plan plan(CacheFacts facts, ReplicationGroup group, boolean withCopy) {
    return switch (GroupState.of(group.status())) {
      case GroupState.Available() -> delete(facts, withCopy);
      case GroupState.Changing(var word, var reason) -> Plan.of(changing(word, reason));
      case GroupState.Occupied(var word) -> Plan.of(notYet(Reason.DELETING, word));
      case GroupState.CreateFailed() ->
          Plan.of(call(facts, false, "it was never created completely and holds no data"));
      case GroupState.Failed(var word, var remedy) ->
          withCopy ? Plan.of(noCopy(facts, word, remedy)) : delete(facts, false);
      case GroupState.Unknown(var word) -> Plan.of(ReplicationGroupStep.unknown(word));
    };
  }

  private static Plan delete(CacheFacts facts, boolean withCopy) {
    var taken = withCopy ? FinalSnapshot.taken(facts) : Optional.<Failure>empty();
    var why =
        withCopy
            ? "final snapshot " + facts.desired().finalSnapshot()
            : "its data is not kept, as confirmed";
    return taken.map(Plan::of).orElseGet(() -> Plan.of(call(facts, withCopy, why)));
  }

  private static PlannedAction call(CacheFacts facts, boolean withCopy, String why) {
    var desired = facts.desired();
    var snapshot = withCopy ? Optional.of(desired.finalSnapshot()) : Optional.<String>empty();
    return PlannedAction.now(
        new CacheAction.DeleteGroup(desired.identifier(), snapshot),
        "the environment is deleted; " + why,
        ChangeClass.DESTROY);
  }

  private static Failure changing(String word, Reason reason) {
    return reason == Reason.DELETING
        ? ReplicationGroupStep.waiting(reason, word)
        : notYet(reason, word);
  }

  private static Failure notYet(Reason reason, String word) {
    return new Failure.Waiting(
        Component.CACHE,
        reason,
        "the cache is "
            + word
            + "; a final snapshot can be taken and the cache deleted once it is available");
  }

  private static Failure noCopy(CacheFacts facts, String word, String remedy) {
    return new Failure.Terminal(
        Component.CACHE,
        Reason.SNAPSHOT_FAILED,
        "cache %s is %s, in which AWS takes no final snapshot; %s, or give the data up with spec.cache.deletionPolicy Delete and spec.operations.confirmDeletion %s"
            .formatted(facts.desired().identifier(), word, remedy, facts.environment().name()));
  }
}
