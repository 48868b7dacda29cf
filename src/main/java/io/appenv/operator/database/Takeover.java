package io.appenv.operator.database;

import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Consent;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes over an instance that exists. The tags of ownership come first, and everything that would
 * be changed once they are there is planned along with them, so that whoever approves sees it all.
 */
final class Takeover {

  private Takeover() {}

  /**
   * @param steps what is planned for an instance that is the environment's
   */
  static Plan plan(DatabaseFacts facts, DatabaseInstance instance, DatabaseStep steps) {
    if (!Consent.isGiven(facts.environment(), instance.tags())) {
      return Plan.of(notAllowed(facts, instance));
    }
    var refusals = Unadoptable.of(facts, instance);
    if (!refusals.isEmpty()) {
      return Plan.of(List.of(), refusals);
    }
    var tags = ownership(facts, instance);
    var rest = steps.plan(facts.with(instance.tagged(tags)));
    return rest.findings().stream().allMatch(it -> it.reason() == Reason.PENDING_MAINTENANCE)
        ? Plan.of(own(facts, instance, tags).asking())
            .and(rest.withoutHurry().map(it -> it.afterPrevious().asking()))
        : Plan.of(List.of(), rest.findings().stream().map(Takeover::withPatch).toList());
  }

  private static Failure withPatch(Failure finding) {
    return finding instanceof Failure.Terminal
            && finding.reason() == Reason.CHANGE_REFUSED
            && finding.component() == Component.DATABASE
        ? new Failure.Terminal(
            Component.DATABASE,
            Reason.CHANGE_REFUSED,
            finding.message() + "; status.adoption has a patch for all that differs")
        : finding;
  }

  private static Map<String, String> ownership(DatabaseFacts facts, DatabaseInstance instance) {
    var tags = new HashMap<>(facts.ownershipTags());
    tags.putAll(Consent.redeemed(instance.tags()));
    return facts.owned(instance).missing(tags);
  }

  private static PlannedAction own(
      DatabaseFacts facts, DatabaseInstance instance, Map<String, String> tags) {
    return PlannedAction.now(
        new DatabaseAction.AddTags(facts.instanceRef(), instance.arn(), tags),
        "the environment takes database %s %s; from then on the spec rules it, and %s"
            .formatted(
                instance.identifier(),
                facts.owns(instance) ? "back" : "over",
                facts.desired().deletionPolicy().consequence()),
        ChangeClass.IN_PLACE);
  }

  /** Whose it is otherwise is nobody's business here. */
  private static Failure notAllowed(DatabaseFacts facts, DatabaseInstance instance) {
    return new Failure.Terminal(
        Component.DATABASE,
        Reason.NOT_OURS,
        "database %s does not allow this environment to adopt it, so it is left untouched; if nobody else manages it, allow it with: aws rds add-tags-to-resource --resource-name %s --tags Key=%s,Value=%s"
            .formatted(
                instance.identifier(),
                instance.arn(),
                Consent.TAG,
                Consent.value(facts.environment())));
  }
}
