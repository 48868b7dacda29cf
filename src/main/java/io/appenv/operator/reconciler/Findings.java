package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.model.ChosenNetwork;
import io.appenv.operator.model.Listing;
import io.appenv.operator.model.NetworkFacts;
import io.appenv.operator.model.NetworkFinding;
import io.appenv.operator.model.RegionSnapshot;
import io.appenv.operator.model.RoutesSeen;
import io.appenv.operator.model.SizingFinding;
import io.appenv.operator.network.NetworkReview;
import io.appenv.operator.resolver.Resolution;
import io.appenv.operator.scaling.SizingReview;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What is amiss around an environment, though it works. */
@ApplicationScoped
class Findings {

  private final ServiceAddresses services;
  private final Nodes nodes;

  Findings(ServiceAddresses services, Nodes nodes) {
    this.services = services;
    this.nodes = nodes;
  }

  List<NetworkFinding> ofNetwork(Resolution resolution, RegionView view) {
    return resolution.network().stream()
        .flatMap(chosen -> view.snapshot().stream().flatMap(seen -> review(chosen, seen).stream()))
        .toList();
  }

  private List<NetworkFinding> review(ChosenNetwork chosen, RegionSnapshot seen) {
    return NetworkReview.of(chosen, network(seen), RoutesSeen.of(seen.routes()), services.range());
  }

  List<SizingFinding> ofSizes(AppEnvironment environment, Resolution resolution, RegionView view) {
    var network = view.snapshot().map(Findings::network).orElseGet(NetworkFacts::none);
    return resolution.desired().stream()
        .flatMap(
            desired ->
                SizingReview.of(desired, network, nodes.roomFor(environment, desired)).stream())
        .toList();
  }

  private static NetworkFacts network(RegionSnapshot seen) {
    return seen.network().complete().map(Listing.Complete::value).orElseGet(NetworkFacts::none);
  }
}
