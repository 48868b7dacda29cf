package io.appenv.operator.network;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DomainPlanner;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.SecurityGroup;
import io.appenv.operator.model.Standing;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Plans what becomes of the security groups of environments that are gone, once the data stores
 * that carry them are taken over: one that bears the name of a group of ours serves as that, and
 * any other is deleted when nothing carries it any more. Hence it comes after the data stores.
 */
public final class LeftBehindGroupPlanner implements DomainPlanner {

  @Override
  public Plan apply(Desired desired, Observed observed, IntentRecord recorded) {
    if (!SecurityGroupPlanner.isPlanned(desired, observed, recorded)) {
      return Plan.empty();
    }
    var known = KnownGroups.of(desired, observed);
    return Plan.of(
        Stream.concat(rules(known), removals(known)).map(PlannedAction::afterPrevious).toList());
  }

  private static Stream<PlannedAction> rules(KnownGroups known) {
    var then = known.takenOver();
    return new SecurityGroupChanges(then)
        .rules(known.desired().securityGroups().stream().filter(known::isTakenOver).toList());
  }

  private static Stream<PlannedAction> removals(KnownGroups known) {
    var then = known.takenOver();
    return GroupRemoval.plan(then, going(then)).stream();
  }

  private static List<SecurityGroup> going(KnownGroups then) {
    return then.others().stream()
        .filter(it -> then.carried().contains(it.id()))
        .filter(it -> !SecurityGroupChanges.isOfStore(then.role(it)))
        .toList();
  }

  /** All rules are one setting, of which {@link SecurityGroupPlanner} tells. */
  @Override
  public Map<Component, List<Standing>> standings(Desired desired, Observed observed) {
    return Map.of();
  }

  /** They are the environment's by then. */
  @Override
  public Plan delete(Desired desired, Observed observed, IntentRecord recorded) {
    return Plan.empty();
  }
}
