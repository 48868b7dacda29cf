package io.appenv.operator.cache;

import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.Timing;
import java.util.List;
import java.util.Optional;

/**
 * Ends the token that a group had before its present one. ElastiCache takes both after it was given
 * another, for as long as nobody says otherwise, which is done once no pod holds the former one.
 * The time at which the token was changed moves with it, so that it is said once.
 */
final class FormerToken {

  private FormerToken() {}

  /**
   * @param reset what is left of giving the group another token, after which there is a former one
   */
  static Optional<PlannedAction> plan(
      CacheFacts facts, ReplicationGroup group, List<PlannedAction> reset) {
    if (reset.isEmpty() && !isLeft(facts, group)) {
      return Optional.empty();
    }
    var drop =
        PlannedAction.now(
            new CacheAction.DropFormerToken(group.identifier()),
            facts.desired().custody().adopted()
                ? "only the token of the credentials Secret is taken from then on, as the tiers use"
                    + " it; other clients that use the former one, or none, are locked out"
                : "only the token of the credentials Secret is taken from then on, as the tiers use"
                    + " it",
            ChangeClass.IN_PLACE);
    return Optional.of(isUnused(facts) ? drop : drop.at(Timing.AFTER_ROLLOUT));
  }

  private static boolean isLeft(CacheFacts facts, ReplicationGroup group) {
    return facts.desired().tags().containsKey(Ownership.CREDENTIALS) && group.acceptsFormerToken();
  }

  private static boolean isUnused(CacheFacts facts) {
    return Optional.ofNullable(facts.desired().tags().get(Ownership.CREDENTIALS))
        .filter(facts.recorded().credentialsInUse()::contains)
        .isPresent();
  }
}
