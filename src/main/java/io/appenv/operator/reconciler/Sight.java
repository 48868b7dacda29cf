package io.appenv.operator.reconciler;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.NetworkFacts;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.RegionSnapshot;
import io.appenv.operator.model.RoutesSeen;
import io.appenv.operator.model.Sighting;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What of a region's picture concerns one environment. Only a change of this is news to it.
 *
 * @param failing why a part it needs cannot be seen; the reason only, as texts change with every
 *     try
 */
record Sight(
    Observed observed,
    Sighting<NetworkFacts> network,
    RoutesSeen routes,
    Map<Component, Reason> failing) {

  Sight {
    failing = Map.copyOf(failing);
  }

  static Sight none() {
    return new Sight(Observed.unseen(), Sighting.unseen(), RoutesSeen.none(), Map.of());
  }

  static Sight of(Optional<Desired> desired, Needs needs, RegionSnapshot snapshot) {
    return new Sight(
        desired.map(it -> Observed.of(it, needs.asked(snapshot))).orElseGet(Observed::unseen),
        needs.parts().contains(Component.NETWORK) ? snapshot.network().seen() : Sighting.unseen(),
        needs.parts().contains(Component.NETWORK) ? routes(desired, snapshot) : RoutesSeen.none(),
        needs.parts().stream()
            .flatMap(part -> needs.failure(snapshot, part).stream())
            .collect(
                Collectors.toUnmodifiableMap(
                    Failure::component, Failure::reason, (first, _) -> first)));
  }

  private static RoutesSeen routes(Optional<Desired> desired, RegionSnapshot snapshot) {
    var all = RoutesSeen.of(snapshot.routes());
    return desired.flatMap(Desired::vpcId).map(all::in).orElse(all);
  }
}
