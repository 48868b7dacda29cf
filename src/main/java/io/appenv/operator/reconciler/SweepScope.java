package io.appenv.operator.reconciler;

import io.appenv.operator.model.Component;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * What one sweep lists. What nobody needs is not listed at all; what hardly ever changes is taken
 * over from the sweep before while every environment is settled.
 *
 * @param groups lists groups and networks anew
 */
record SweepScope(Set<Component> parts, Set<Component> snapshots, boolean groups) {

  SweepScope {
    parts = Set.copyOf(parts);
    snapshots = Set.copyOf(snapshots);
  }

  /**
   * @param thorough it is time to look at groups and networks again
   */
  static SweepScope of(Collection<Interest> interests, boolean thorough) {
    var parts = EnumSet.noneOf(Component.class);
    var snapshots = EnumSet.noneOf(Component.class);
    for (var interest : interests) {
      parts.addAll(interest.needs().parts());
      if (!interest.settled()) {
        snapshots.addAll(interest.needs().snapshots());
      }
    }
    var unsettled = interests.stream().anyMatch(interest -> !interest.settled());
    return new SweepScope(parts, snapshots, thorough || unsettled);
  }
}
