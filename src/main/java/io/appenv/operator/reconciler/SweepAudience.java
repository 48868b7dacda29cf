package io.appenv.operator.reconciler;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.RegionSnapshot;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Those who are told of what the sweeps of one region see. */
final class SweepAudience {

  private static final Logger LOG = Logger.getLogger(SweepAudience.class);

  /** Is shown each new picture of a service, whether anything has changed or not. */
  interface Viewer {
    /**
     * @param part the one whose service was looked at
     * @param interested the UIDs of the environments that look at the region
     */
    void see(RegionSnapshot picture, Component part, Map<ResourceID, String> interested);
  }

  private final SweptRegion region;
  private final Duration trustedFor;
  private final InstantSource clock;
  private final Consumer<ResourceID> changed;
  private final Viewer viewer;

  /**
   * @param trustedFor how long failures are passed over before the former picture counts no more
   * @param changed told of each environment whose own picture changed
   */
  SweepAudience(
      SweptRegion region,
      Duration trustedFor,
      InstantSource clock,
      Consumer<ResourceID> changed,
      Viewer viewer) {
    this.region = region;
    this.trustedFor = trustedFor;
    this.clock = clock;
    this.changed = changed;
    this.viewer = viewer;
  }

  /** What was seen, without what is too old to vouch for. */
  RegionSnapshot trusted() {
    return region.snapshot().trustedSince(clock.instant().minus(trustedFor));
  }

  void show(Component part) {
    viewer.see(region.snapshot(), part, interested());
  }

  private Map<ResourceID, String> interested() {
    return region.interests().entrySet().stream()
        .filter(it -> it.getValue().desired().isPresent())
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey,
                it -> it.getValue().desired().orElseThrow().environment().uid()));
  }

  /** One service after the other, so that nobody is told the same twice. */
  synchronized void tell(Instant changedAt) {
    var picture = trusted();
    region
        .interests()
        .forEach(
            (environment, interest) -> {
              if (interest.isNews(picture) && isTold(environment)) {
                region.replace(environment, interest, interest.told(picture), changedAt);
              }
            });
  }

  /** What came about between the pass that registered this and its registration. */
  void tellIfNews(ResourceID environment, Interest interest) {
    if (interest.isNews(trusted())) {
      changed.accept(environment);
    }
  }

  /** An environment that cannot be told is told with the next sweep; the others are told now. */
  private boolean isTold(ResourceID environment) {
    try {
      changed.accept(environment);
      return true;
    } catch (RuntimeException defect) {
      LOG.errorf(defect, "%s could not be told of a change", environment);
      return false;
    }
  }
}
