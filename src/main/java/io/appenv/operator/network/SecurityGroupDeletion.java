package io.appenv.operator.network;

import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.DataStore;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.SecurityGroup;
import io.appenv.operator.model.SecurityGroupAction;
import io.appenv.operator.model.SecurityGroupRole;
import io.appenv.operator.model.Sighting;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Takes the groups away with their environment, after everything that may carry them. The group of
 * a data store that stays stays with it, without the rules that name the others.
 */
final class SecurityGroupDeletion {

  private SecurityGroupDeletion() {}

  static Plan plan(KnownGroups known, Observed observed) {
    var left = known.own().stream().filter(it -> stays(known, observed, it)).toList();
    var going = known.own().stream().filter(it -> !left.contains(it)).toList();
    var actions =
        Stream.of(
                left.stream()
                    .filter(it -> !Ownership.isRetained(it.tags()))
                    .map(SecurityGroupDeletion::retention),
                known.own().stream().flatMap(it -> GroupRemoval.release(known, it, going)),
                going.stream().map(it -> GroupRemoval.deletion(it, "the environment is deleted")))
            .flatMap(it -> it)
            .toList();
    return Plan.of(
        isAwaited(known.desired(), observed)
            ? actions.stream().map(PlannedAction::afterPrevious).toList()
            : actions);
  }

  /** Whoever takes the data store over knows by this that nobody needs the group any more. */
  private static PlannedAction retention(SecurityGroup group) {
    return PlannedAction.now(
        new SecurityGroupAction.AddTags(
            group.name(), group.id(), Map.of(Ownership.RETAINED, "true")),
        "it stays with the data store that carries it",
        ChangeClass.IN_PLACE);
  }

  /**
   * Where pods carry no groups, no data store has its own. One that was released before may carry
   * the group too.
   */
  private static boolean stays(KnownGroups known, Observed observed, SecurityGroup group) {
    return known.desired().clusterGroup().isPresent()
        && (isLeft(known.desired(), known.role(group))
            || observed.securityGroups().carriedElsewhere().contains(group.id()));
  }

  private static boolean isLeft(Desired desired, SecurityGroupRole role) {
    if (role.equals(SecurityGroupRole.DATABASE)) {
      return desired.database().filter(it -> it.custody().leaves(it.deletionPolicy())).isPresent();
    }
    return role.equals(SecurityGroupRole.CACHE)
        && desired.cache().filter(it -> it.custody().leaves(it.deletionPolicy())).isPresent();
  }

  private static boolean isAwaited(Desired desired, Observed observed) {
    return desired
            .database()
            .filter(it -> !it.custody().leaves(it.deletionPolicy()))
            .filter(_ -> isThere(desired, observed.database().instance()))
            .isPresent()
        || desired
            .cache()
            .filter(it -> !it.custody().leaves(it.deletionPolicy()))
            .filter(_ -> isThere(desired, observed.cache().group()))
            .isPresent();
  }

  private static boolean isThere(Desired desired, Sighting<? extends DataStore> store) {
    return store instanceof Sighting.Unseen<?>
        || store.found().filter(it -> Ownership.owns(desired.environment(), it.tags())).isPresent();
  }
}
