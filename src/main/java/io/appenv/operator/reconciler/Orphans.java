package io.appenv.operator.reconciler;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.EnvironmentId;
import io.appenv.operator.model.Orphan;
import io.appenv.operator.model.RegionSnapshot;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Tells of data stores that have lost their environment: each once in the log, and as the metric
 * {@code appenv_orphans} for as long as it is there. They are never touched.
 */
@ApplicationScoped
class Orphans {

  private static final Logger LOG = Logger.getLogger(Orphans.class);

  private final ClusterIdentity cluster;
  private final MultiGauge gauge;
  private final Map<Place, List<Orphan>> suspected = new HashMap<>();
  private final Map<Place, List<Orphan>> known = new HashMap<>();

  /** What one sweep looks at. */
  private record Place(String region, Component part) {}

  Orphans(ClusterIdentity cluster, MeterRegistry meters) {
    this.cluster = cluster;
    this.gauge =
        MultiGauge.builder("appenv.orphans")
            .description("Data stores in AWS whose environment is gone, 1 for each")
            .register(meters);
  }

  /**
   * To be told it must be seen twice in a row: a stop of the operator takes its environments out of
   * sight for a moment.
   *
   * @param part the one whose service was looked at
   * @param cared UIDs of environments that are known to be there
   * @param isThere asked about others
   */
  synchronized void look(
      RegionSnapshot picture, Component part, Set<String> cared, Predicate<EnvironmentId> isThere) {
    var place = new Place(picture.region(), part);
    var found =
        Orphan.in(picture, cluster.get(), cared).stream()
            .filter(it -> it.ref().kind().component() == part)
            .filter(it -> !isThere.test(it.owner()))
            .toList();
    var seenTwice = found.stream().filter(of(suspected, place)::contains).toList();
    var before = of(known, place);
    suspected.put(place, found);
    if (!seenTwice.equals(before)) {
      known.put(place, seenTwice);
      seenTwice.stream().filter(it -> !before.contains(it)).forEach(Orphans::tell);
      gauge.register(
          known.values().stream().flatMap(List::stream).map(Orphans::row).toList(), true);
    }
  }

  private static List<Orphan> of(Map<Place, List<Orphan>> found, Place place) {
    return found.getOrDefault(place, List.of());
  }

  private static void tell(Orphan orphan) {
    LOG.warnf(
        "Orphan in %s: %s (%s) is tagged as that of environment %s/%s with UID %s, which is not in"
            + " the cluster any more; it is left untouched. Delete it if nobody needs it, or adopt"
            + " it.",
        orphan.region(),
        orphan.ref(),
        orphan.arn(),
        orphan.owner().namespace(),
        orphan.owner().name(),
        orphan.owner().uid());
  }

  private static MultiGauge.Row<?> row(Orphan orphan) {
    return MultiGauge.Row.of(
        Tags.of(
            "region",
            orphan.region(),
            "kind",
            orphan.ref().kind().apiName(),
            "name",
            orphan.ref().name(),
            "environment",
            orphan.owner().namespace() + "/" + orphan.owner().name()),
        1);
  }
}
