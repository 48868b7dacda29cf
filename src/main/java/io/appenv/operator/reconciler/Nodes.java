package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.NodeRoom;
import io.appenv.operator.model.SizingFinding;
import io.appenv.operator.scaling.KnownNodes;
import io.appenv.operator.scaling.NodeReview;
import io.appenv.operator.scaling.PodDemand;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of the cluster, for passes and for the question whom a change of one matters to: those
 * of whom something else would be told.
 */
@ApplicationScoped
class Nodes {

  private final NodeAutoscaling autoscaling;
  private final Map<ResourceID, Reviewed> reviewed = new ConcurrentHashMap<>();
  private final AtomicLong changes = new AtomicLong();
  private volatile @Nullable NodeEventSource source;
  private volatile Picture picture = new Picture(-1, Optional.empty());

  /** What an environment wants, and what was found lacking when a pass last looked. */
  private record Reviewed(List<PodDemand> demands, List<SizingFinding> findings) {}

  /** The nodes after so many changes: to read them for every pass would take its time. */
  private record Picture(long changes, Optional<KnownNodes> nodes) {}

  Nodes(NodeAutoscaling autoscaling) {
    this.autoscaling = autoscaling;
  }

  EventSource<?, AppEnvironment> watch(EventSourceContext<AppEnvironment> context) {
    var watched = NodeEventSource.create(context, !autoscaling.isDeclared(), _ -> changed(context));
    source = watched;
    return watched;
  }

  /** The nodes that take pods of tiers; empty where they are enough or nothing can be said. */
  Optional<List<NodeRoom>> roomFor(AppEnvironment environment, Desired desired) {
    var demands = PodDemand.of(desired.tiers());
    var seen = review(ResourceID.fromResource(environment), demands);
    return lacking(seen, demands).isEmpty() || seen.filter(autoscaling::isThere).isPresent()
        ? Optional.empty()
        : seen.map(KnownNodes::open);
  }

  /** A node that changes while an environment is noted would find it neither before nor after. */
  private Optional<KnownNodes> review(ResourceID environment, List<PodDemand> demands) {
    Optional<KnownNodes> seen;
    do {
      seen = seen();
      reviewed.put(environment, new Reviewed(demands, lacking(seen, demands)));
    } while (!seen.equals(seen()));
    return seen;
  }

  void forget(ResourceID environment) {
    reviewed.remove(environment);
  }

  private Set<ResourceID> changed(EventSourceContext<AppEnvironment> context) {
    changes.incrementAndGet();
    if (reviewed.isEmpty()) {
      return Set.of();
    }
    reviewed.keySet().retainAll(context.getPrimaryCache().keys().collect(Collectors.toSet()));
    return concerned(seen());
  }

  private Set<ResourceID> concerned(Optional<KnownNodes> seen) {
    return reviewed.entrySet().stream()
        .filter(it -> !lacking(seen, it.getValue().demands()).equals(it.getValue().findings()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private Optional<KnownNodes> seen() {
    var now = changes.get();
    var last = picture;
    if (last.changes() == now) {
      return last.nodes();
    }
    var seen =
        Optional.ofNullable(source)
            .flatMap(NodeEventSource::nodes)
            .map(KnownNodes::of)
            .filter(KnownNodes::areThere);
    picture = new Picture(now, seen);
    return seen;
  }

  private List<SizingFinding> lacking(Optional<KnownNodes> seen, List<PodDemand> demands) {
    return seen.filter(it -> !autoscaling.isKnown(it))
        .map(it -> new NodeReview(it.open(), demands).findings())
        .orElseGet(List::of);
  }
}
