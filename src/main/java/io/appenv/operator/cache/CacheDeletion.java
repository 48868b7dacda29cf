package io.appenv.operator.cache;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.Sighting;
import java.util.Map;

/** Takes the cache away as its deletion policy says: first the group, then what it used. */
final class CacheDeletion implements CacheStep {

  @Override
  public Plan plan(CacheFacts facts) {
    if (facts.desired().custody().released()) {
      return Release.plan(facts);
    }
    return switch (facts.observed().group()) {
      case Sighting.Unseen<ReplicationGroup> _ -> Plan.empty();
      case Sighting.Absent<ReplicationGroup> _ -> absent(facts);
      case Sighting.Present<ReplicationGroup>(var group) ->
          facts.holds(group) ? present(facts, group) : groups(facts);
    };
  }

  private static Plan absent(CacheFacts facts) {
    return FinalSnapshot.obstacle(facts).map(Plan::of).orElseGet(() -> groups(facts));
  }

  private static Plan groups(CacheFacts facts) {
    return ParameterGroupDeletion.plan(facts).and(SubnetGroupDeletion.plan(facts));
  }

  private static Plan present(CacheFacts facts, ReplicationGroup group) {
    return switch (facts.desired().deletionPolicy()) {
      case RETAIN -> retain(facts, group);
      case SNAPSHOT -> GroupDeletion.plan(facts, group, true);
      case DELETE ->
          facts.deletionConfirmed()
              ? GroupDeletion.plan(facts, group, false)
              : Plan.of(unconfirmed(facts));
    };
  }

  /**
   * The group keeps running with its subnet and parameter group, so those stay too. ElastiCache
   * takes tags of an available group only: one that is busy is waited for, one that failed stays
   * unmarked.
   */
  private static Plan retain(CacheFacts facts, ReplicationGroup group) {
    var mark = MissingTags.plan(facts.owned(group), Map.of(Ownership.RETAINED, "true"));
    if (mark.actions().isEmpty()) {
      return mark;
    }
    return switch (GroupState.of(group.status())) {
      case GroupState.Available() -> mark;
      case GroupState.Occupied(var word) ->
          Plan.of(ReplicationGroupStep.waiting(Reason.DELETING, word));
      case GroupState.Changing(var word, var reason) ->
          Plan.of(ReplicationGroupStep.waiting(reason, word));
      case GroupState.CreateFailed(), GroupState.Failed(var _, var _) -> Plan.empty();
      case GroupState.Unknown(var word) -> Plan.of(ReplicationGroupStep.unknown(word));
    };
  }

  private static Failure unconfirmed(CacheFacts facts) {
    return new Failure.Terminal(
        Component.CACHE,
        Reason.CONFIRMATION_MISSING,
        "deletionPolicy Delete destroys cache %s without a copy; to confirm, set spec.operations.confirmDeletion to %s, or set spec.cache.deletionPolicy to Snapshot"
            .formatted(facts.desired().identifier(), facts.environment().name()));
  }
}
