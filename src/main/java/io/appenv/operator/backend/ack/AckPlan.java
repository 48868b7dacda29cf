package io.appenv.operator.backend.ack;

import io.appenv.operator.model.Action;
import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.FileAction;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.PublicationAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.SecurityGroupAction;
import io.appenv.operator.model.Sighting;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A plan as the controllers can carry it out. They apply every change at once, so what AWS would
 * hold for the maintenance window is held here; they work side by side, so one call of a part is
 * made at a time. What they cannot do is said instead.
 */
public final class AckPlan {

  private AckPlan() {}

  /** Automatic minor upgrades of a cache are beyond the controllers, and so make no difference. */
  public static Observed seen(Observed observed) {
    return observed.cache().group() instanceof Sighting.Present<ReplicationGroup>(var group)
        ? new Observed(
            observed.securityGroups(),
            observed.database(),
            observed.cache().with(new Sighting.Present<>(group.withoutMinorUpgrades())),
            observed.certificate(),
            observed.certificates(),
            observed.files(),
            observed.publication())
        : observed;
  }

  /** The plan that is shown, approved and carried out. */
  public static Plan of(Plan drawn, Desired desired, Observed observed) {
    var stopped = stopped(drawn, observed);
    var held = held(drawn, observed);
    var actions =
        drawn.actions().stream()
            .filter(it -> !stopped.contains(part(it)))
            .filter(it -> AckLimits.of(it.action(), observed).isEmpty())
            .map(it -> AckTiming.of(it, desired))
            .map(it -> held.contains(part(it)) ? it.afterPrevious() : it)
            .toList();
    var findings = new ArrayList<>(drawn.findings());
    drawn.actions().stream()
        .flatMap(it -> AckLimits.of(it.action(), observed).stream())
        .forEach(findings::add);
    held.stream().map(AckPlan::pending).forEach(findings::add);
    return new Plan(oneAtATime(actions), drawn.handedOver(), findings).withoutHurry();
  }

  /** A part that cannot go the whole way does not set out; but nothing else needs a restart. */
  private static Set<Component> stopped(Plan drawn, Observed observed) {
    return drawn.actions().stream()
        .filter(it -> !(it.action() instanceof DatabaseAction.RebootInstance))
        .filter(it -> AckLimits.of(it.action(), observed).isPresent())
        .map(AckPlan::part)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Where AWS holds a change that somebody else made, any change would hurry that along. */
  private static Set<Component> held(Plan drawn, Observed observed) {
    var held = EnumSet.noneOf(Component.class);
    if (observed.database().instance().found().filter(it -> !it.pending().isEmpty()).isPresent()
        && changes(drawn, Component.DATABASE)) {
      held.add(Component.DATABASE);
    }
    if (observed.cache().group().found().filter(ReplicationGroup::isPending).isPresent()
        && changes(drawn, Component.CACHE)) {
      held.add(Component.CACHE);
    }
    return held;
  }

  private static boolean changes(Plan drawn, Component part) {
    return drawn.actions().stream()
        .filter(it -> part(it) == part)
        .map(PlannedAction::action)
        .anyMatch(AckPlan::isChange);
  }

  private static boolean isChange(Action action) {
    return action instanceof DatabaseAction.ModifyInstance
        || action instanceof CacheAction.ModifyGroup;
  }

  private static Failure pending(Component part) {
    return new Failure.Waiting(
        part,
        Reason.PENDING_MAINTENANCE,
        "AWS holds a change for the maintenance window that was made elsewhere, and ACK would hurry it along with any other; the plan goes on once it is applied");
  }

  private static Component part(PlannedAction planned) {
    return planned.action().target().kind().component();
  }

  private static List<PlannedAction> oneAtATime(List<PlannedAction> actions) {
    var called = EnumSet.noneOf(Component.class);
    var ordered = new ArrayList<PlannedAction>();
    for (var action : actions) {
      var isFirst =
          !action.isCalledNow()
              || action.action() instanceof SecurityGroupAction
              || action.action() instanceof FileAction
              || action.action() instanceof PublicationAction
              || called.add(part(action));
      ordered.add(isFirst ? action : action.afterPrevious());
    }
    return ordered;
  }
}
