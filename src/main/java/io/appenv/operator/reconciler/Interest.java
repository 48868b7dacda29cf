package io.appenv.operator.reconciler;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.RegionSnapshot;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one environment wants of the sweeps of its region.
 *
 * @param desired names what to look for; empty while the spec is not resolved
 * @param needs what is listed for it
 * @param sight what its last pass saw
 * @param awaits parts that were written to, or begun with, at a moment and can be planned only on a
 *     sweep that began later
 * @param changing parts at which AWS is at work now
 * @param settled nothing keeps it from being as declared; what changes by itself is enough to list
 */
record Interest(
    Optional<Desired> desired,
    Needs needs,
    Sight sight,
    Map<Component, Instant> awaits,
    Set<Component> changing,
    boolean settled) {

  Interest {
    awaits = Map.copyOf(awaits);
    changing = Set.copyOf(changing);
  }

  /** Of an environment some part of which nobody has listed yet. */
  static Interest first(Needs needs, Optional<RegionSnapshot> snapshot, Instant now) {
    return new Interest(
        Optional.empty(),
        needs,
        snapshot.map(it -> Sight.of(Optional.empty(), needs, it)).orElseGet(Sight::none),
        needs.parts().stream().collect(Collectors.toUnmodifiableMap(part -> part, _ -> now)),
        Set.of(),
        false);
  }

  /**
   * Whether the environment should have another pass because of this picture. There is none before
   * each of the services it needs was looked at.
   */
  boolean isNews(RegionSnapshot snapshot) {
    return !needs.areUnlisted(snapshot) && isChanged(snapshot);
  }

  private boolean isChanged(RegionSnapshot snapshot) {
    return awaits.keySet().stream().anyMatch(part -> isFresh(snapshot, part))
        || !sightOf(snapshot).equals(sight);
  }

  private Sight sightOf(RegionSnapshot snapshot) {
    return Sight.of(desired, needs, snapshot);
  }

  private boolean isFresh(RegionSnapshot snapshot, Component part) {
    return Optional.ofNullable(awaits.get(part))
        .map(moment -> needs.isFreshSince(snapshot, part, moment))
        .orElse(true);
  }

  /** After its environment was told of this picture: the same news is no news a second time. */
  Interest told(RegionSnapshot snapshot) {
    var unanswered =
        awaits.entrySet().stream()
            .filter(await -> !isFresh(snapshot, await.getKey()))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    return new Interest(desired, needs, sightOf(snapshot), unanswered, Set.of(), settled);
  }

  /**
   * Whether frequent sweeps of a part serve it: AWS is at work, or an answer to a write is due. A
   * person who must act, a maintenance window and a listing that fails are not hurried by looking.
   */
  boolean isBusy(RegionSnapshot snapshot, Component part) {
    var isUnanswered = awaits.containsKey(part) && !isFresh(snapshot, part);
    return (changing.contains(part) || isUnanswered) && !needs.isFailing(snapshot, part);
  }
}
