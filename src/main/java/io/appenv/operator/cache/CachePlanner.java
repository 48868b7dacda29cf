package io.appenv.operator.cache;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DomainPlanner;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.OwnedResource;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.Standing;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans the ElastiCache replication group of an environment, in the order of the steps. */
public final class CachePlanner implements DomainPlanner {

  private static final List<CacheStep> STEPS =
      List.of(new SubnetGroupStep(), new ParameterGroupStep(), new ReplicationGroupStep());

  private final CacheStep deletion = new CacheDeletion();

  @Override
  public Plan apply(Desired desired, Observed observed, IntentRecord recorded) {
    return facts(desired, observed, recorded).map(CachePlanner::apply).orElseGet(Plan::empty);
  }

  @Override
  public Plan delete(Desired desired, Observed observed, IntentRecord recorded) {
    return facts(desired, observed, recorded).map(this::delete).orElseGet(Plan::empty);
  }

  @Override
  public Map<Component, List<Standing>> standings(Desired desired, Observed observed) {
    return facts(desired, observed, IntentRecord.none())
        .flatMap(CacheStandings::of)
        .map(it -> Map.of(Component.CACHE, it))
        .orElseGet(Map::of);
  }

  private static Optional<CacheFacts> facts(
      Desired desired, Observed observed, IntentRecord recorded) {
    return desired
        .cache()
        .filter(cache -> desired.backend().isOnAws())
        .map(cache -> CacheFacts.of(desired, cache, observed, recorded));
  }

  private static Plan apply(CacheFacts facts) {
    if (facts.isUnseen()) {
      return observing();
    }
    if (facts.desired().custody().released()) {
      return Release.plan(facts);
    }
    var foreign = OwnedResource.firstForeign(facts.environment(), facts.resources());
    if (foreign.isPresent()) {
      return Plan.of(foreign.get());
    }
    return facts
        .observed()
        .elsewhere()
        .filter(other -> facts.holds(other) || isNew(facts))
        .map(other -> Plan.of(facts.holds(other) ? second(facts, other) : leftBehind(other)))
        .orElseGet(() -> takeOver(facts));
  }

  private static Plan takeOver(CacheFacts facts) {
    return facts
        .toTakeOver()
        .map(group -> Takeover.plan(facts, group, CachePlanner::steps))
        .orElseGet(() -> steps(facts));
  }

  /** The subnet group of an adopted group is the one it has. */
  private static Plan steps(CacheFacts facts) {
    return facts.desired().custody().adopted()
        ? new ReplicationGroupStep().plan(facts)
        : STEPS.stream().map(step -> step.plan(facts)).reduce(Plan.empty(), Plan::and);
  }

  /** Nothing is known of a cache of its own. */
  private static boolean isNew(CacheFacts facts) {
    return facts.observed().group().found().isEmpty() && !facts.wasEstablished();
  }

  private static Failure leftBehind(ReplicationGroup other) {
    return new Failure.Terminal(
        Component.CACHE,
        Reason.NOT_OURS,
        "cache %s was retained by an environment of this name in another cluster, and no empty one is created beside it; to take it over, write spec.cache.adopt.identifier: %s; for a new one, remove the tag %s from it"
            .formatted(other.identifier(), other.identifier(), Ownership.RETAINED));
  }

  /** An environment that named another cache would leave this one to nobody. */
  private static Failure second(CacheFacts facts, ReplicationGroup other) {
    return new Failure.Terminal(
        Component.CACHE,
        Reason.ADOPTION_REFUSED,
        "the environment has cache %s already, and cannot have %s as well; name that one in spec.cache.adopt.identifier, or take adopt away where the operator created it, and set spec.cache.release to true first"
            .formatted(other.identifier(), facts.desired().identifier()));
  }

  private Plan delete(CacheFacts facts) {
    return facts.isUnseenForDeletion() ? observing() : deletion.plan(facts);
  }

  private static Plan observing() {
    return Plan.of(
        new Failure.Waiting(
            Component.CACHE, Reason.OBSERVING, "the cache has not been looked at yet"));
  }
}
