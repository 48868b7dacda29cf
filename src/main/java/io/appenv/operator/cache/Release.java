package io.appenv.operator.cache;

import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.Sighting;
import java.util.Map;

/**
 * Gives a group up: it is marked so, and nothing of it or of its subnet group is touched after.
 * ElastiCache takes tags of an available group only; one that failed stays unmarked.
 */
final class Release {

  private Release() {}

  static Plan plan(CacheFacts facts) {
    return switch (facts.observed().group()) {
      case Sighting.Unseen<ReplicationGroup> _ -> Plan.empty();
      case Sighting.Absent<ReplicationGroup> _ -> Plan.empty();
      case Sighting.Present<ReplicationGroup>(var group) ->
          facts.holds(group) ? mark(facts, group) : Plan.empty();
    };
  }

  private static Plan mark(CacheFacts facts, ReplicationGroup group) {
    return switch (GroupState.of(group.status())) {
      case GroupState.Available() ->
          Plan.of(
              PlannedAction.now(
                  new CacheAction.AddTags(
                      facts.groupRef(), group.arn(), Map.of(Ownership.RELEASED, "true")),
                  "spec.cache.release is true; from then on nothing of the cache is managed",
                  ChangeClass.IN_PLACE));
      case GroupState.Occupied(var word) ->
          Plan.of(ReplicationGroupStep.waiting(Reason.MODIFYING, word));
      case GroupState.Changing(var word, var reason) ->
          Plan.of(ReplicationGroupStep.waiting(reason, word));
      case GroupState.CreateFailed(), GroupState.Failed(var _, var _) -> Plan.empty();
      case GroupState.Unknown(var word) -> Plan.of(ReplicationGroupStep.unknown(word));
    };
  }
}
