package io.appenv.operator.network;

import io.appenv.operator.model.Custody;
import io.appenv.operator.model.DataStore;
import io.appenv.operator.model.DeletionPolicy;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.SecurityGroupRole;
import io.appenv.operator.model.Sighting;
import java.util.stream.Stream;

/**
 * Takes the groups away with their environment, after everything that may carry them. The group of
 * a data store that stays stays with it, without the rules that name the others.
 */
final class SecurityGroupDeletion {

  private SecurityGroupDeletion() {}

  static Plan plan(KnownGroups known, Observed observed) {
    var going = known.own().stream().filter(it -> !stays(known.desired(), known.role(it))).toList();
    var actions =
        Stream.concat(
                known.own().stream().flatMap(it -> GroupRemoval.release(known, it, going)),
                going.stream().map(it -> GroupRemoval.deletion(it, "the environment is deleted")))
            .toList();
    return Plan.of(
        isAwaited(known.desired(), observed)
            ? actions.stream().map(PlannedAction::afterPrevious).toList()
            : actions);
  }

  /** Where pods carry no groups, no data store was created with its own. */
  private static boolean stays(Desired desired, SecurityGroupRole role) {
    return desired.clusterGroup().isPresent() && isLeft(desired, role);
  }

  private static boolean isLeft(Desired desired, SecurityGroupRole role) {
    if (role.equals(SecurityGroupRole.DATABASE)) {
      return desired.database().filter(it -> leaves(it.custody(), it.deletionPolicy())).isPresent();
    }
    return role.equals(SecurityGroupRole.CACHE)
        && desired.cache().filter(it -> leaves(it.custody(), it.deletionPolicy())).isPresent();
  }

  /** Beside an adopted store there may be one that was released before. */
  private static boolean leaves(Custody custody, DeletionPolicy policy) {
    return custody.adopted() || custody.leaves(policy);
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
