package io.appenv.operator.cache;

import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.DesiredCache;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.Sighting;

/** The replication group itself: created once, changed only while AWS accepts changes. */
final class ReplicationGroupStep implements CacheStep {

  @Override
  public Plan plan(CacheFacts facts) {
    return switch (facts.observed().group()) {
      case Sighting.Unseen<ReplicationGroup> _ -> Plan.empty();
      case Sighting.Absent<ReplicationGroup> _ ->
          facts.wasEstablished() ? Plan.of(missing(facts)) : absent(facts);
      case Sighting.Present<ReplicationGroup>(var group) -> present(facts, group);
    };
  }

  private static Plan absent(CacheFacts facts) {
    return facts.desired().custody().adopted() ? Plan.of(nothingToAdopt(facts)) : create(facts);
  }

  private static Failure nothingToAdopt(CacheFacts facts) {
    return new Failure.Terminal(
        Component.CACHE,
        Reason.ADOPTION_TARGET_MISSING,
        "no cache %s exists in the region, and none is created under a name that is to be adopted; correct spec.cache.adopt.identifier, or restore a snapshot under it"
            .formatted(facts.desired().identifier()));
  }

  private static Plan create(CacheFacts facts) {
    return Plan.of(
        facts
            .groups()
            .timed(
                PlannedAction.now(
                    new CacheAction.CreateGroup(facts.desired(), facts.groups().ids()),
                    "no replication group %s exists: %s"
                        .formatted(facts.desired().identifier(), description(facts.desired())),
                    ChangeClass.IN_PLACE)));
  }

  /** What somebody who approves it has to know. */
  private static String description(DesiredCache desired) {
    return "Redis %s, %s, %d nodes"
        .formatted(desired.version(), desired.nodeType(), desired.nodes());
  }

  private static Plan present(CacheFacts facts, ReplicationGroup group) {
    return switch (GroupState.of(group.status())) {
      case GroupState.Available() -> GroupModification.plan(facts, group);
      case GroupState.Occupied(var word) -> postponed(word, GroupModification.plan(facts, group));
      case GroupState.Changing(var word, var reason) -> Plan.of(waiting(reason, word));
      case GroupState.CreateFailed() ->
          Plan.of(
              failed(
                  group,
                  "look at its events in ElastiCache for the cause, correct it, and delete the"
                      + " environment to start again, as AWS only lets such a group be deleted"));
      case GroupState.Failed(var _, var remedy) -> Plan.of(failed(group, remedy));
      case GroupState.Unknown(var word) -> Plan.of(unknown(word));
    };
  }

  /** AWS refuses changes in this state, so they are announced instead. */
  private static Plan postponed(String word, Plan plan) {
    if (plan.actions().isEmpty()) {
      return plan.withoutCalls();
    }
    var reason = plan.actions().getFirst().reason();
    return Plan.of(
            new Failure.Waiting(
                Component.CACHE,
                Reason.MODIFYING,
                "the cache is " + word + "; once it is available follows: " + reason))
        .and(plan.withoutCalls());
  }

  static Failure waiting(Reason reason, String word) {
    return new Failure.Waiting(
        Component.CACHE, reason, "AWS reports the cache as " + word + "; waiting for it");
  }

  static Failure unknown(String word) {
    return new Failure.Waiting(
        Component.CACHE,
        Reason.UNKNOWN_STATE,
        "AWS reports the cache in state "
            + word
            + ", which this version does not know; waiting until it is in a known one");
  }

  static Failure failed(ReplicationGroup group, String remedy) {
    return new Failure.Terminal(
        Component.CACHE,
        Reason.DATA_STORE_FAILED,
        "cache %s is %s; %s".formatted(group.identifier(), group.status(), remedy));
  }

  private static Failure missing(CacheFacts facts) {
    return new Failure.Terminal(
        Component.CACHE,
        Reason.DATA_STORE_MISSING,
        "cache %s was deleted by somebody else; restore a snapshot under this identifier, tagged %s=%s and %s=%s; no empty one is created in its place"
            .formatted(
                facts.desired().identifier(),
                Ownership.CLUSTER,
                facts.environment().cluster(),
                Ownership.UID,
                facts.environment().uid()));
  }
}
