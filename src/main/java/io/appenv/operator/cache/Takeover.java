package io.appenv.operator.cache;

import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Consent;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.ReplicationGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes over a group that exists. The tags of ownership come first, and everything that would be
 * changed once they are there is planned along with them, so that whoever approves sees it all.
 */
final class Takeover {

  private Takeover() {}

  /**
   * @param steps what is planned for a group that is the environment's
   */
  static Plan plan(CacheFacts facts, ReplicationGroup group, CacheStep steps) {
    if (!Consent.isGiven(facts.environment(), group.tags())) {
      return Plan.of(notAllowed(facts, group));
    }
    var refusals = Unadoptable.of(facts, group);
    if (!refusals.isEmpty()) {
      return Plan.of(List.of(), refusals);
    }
    var tags = ownership(facts, group);
    var rest = steps.plan(facts.with(group.tagged(tags)));
    return rest.findings().stream().allMatch(it -> it.reason() == Reason.PENDING_MAINTENANCE)
        ? Plan.of(own(facts, group, tags).asking())
            .and(rest.withoutHurry().map(it -> it.afterPrevious().asking()))
        : Plan.of(List.of(), rest.findings());
  }

  private static Map<String, String> ownership(CacheFacts facts, ReplicationGroup group) {
    var tags = new HashMap<>(facts.ownershipTags());
    tags.putAll(Consent.redeemed(group.tags()));
    return facts.owned(group).missing(tags);
  }

  private static PlannedAction own(
      CacheFacts facts, ReplicationGroup group, Map<String, String> tags) {
    return PlannedAction.now(
        new CacheAction.AddTags(facts.groupRef(), group.arn(), tags),
        "the environment takes cache %s %s; from then on the spec rules it, and %s"
            .formatted(
                group.identifier(),
                facts.owns(group) ? "back" : "over",
                facts.desired().deletionPolicy().consequence()),
        ChangeClass.IN_PLACE);
  }

  /** Whose it is otherwise is nobody's business here. */
  private static Failure notAllowed(CacheFacts facts, ReplicationGroup group) {
    return new Failure.Terminal(
        Component.CACHE,
        Reason.NOT_OURS,
        "cache %s does not allow this environment to adopt it, so it is left untouched; if nobody else manages it, allow it with: aws elasticache add-tags-to-resource --resource-name %s --tags Key=%s,Value=%s"
            .formatted(
                group.identifier(), group.arn(), Consent.TAG, Consent.value(facts.environment())));
  }
}
