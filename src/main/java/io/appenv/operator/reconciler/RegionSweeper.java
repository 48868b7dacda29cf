package io.appenv.operator.reconciler;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.RegionSnapshot;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Sweeps one region, its services side by side, for all environments in it at once, and tells those
 * whose picture changed.
 */
final class RegionSweeper {

  /** Each is one service of AWS, or what is read of several for one purpose. */
  static final List<Component> PARTS =
      List.of(
          Component.NETWORK,
          Component.DATABASE,
          Component.CACHE,
          Component.INGRESS,
          Component.FILES,
          Component.CONFIGURATION);

  private record Running(ServiceSweeper sweeper, Thread thread) {
    boolean isHealthy() {
      return thread.isAlive() && sweeper.isWorking();
    }
  }

  private final SweptRegion region;
  private final SweepAudience audience;
  private final List<Running> services = new ArrayList<>();

  private RegionSweeper(SweptRegion region, SweepAudience audience) {
    this.region = region;
    this.audience = audience;
  }

  /**
   * @param trustedFor how long failures are passed over before the former picture counts no more
   * @param changed told of each environment whose own picture changed
   */
  static RegionSweeper start(
      String name,
      RegionSweep sweep,
      SweepRhythm rhythm,
      Duration trustedFor,
      InstantSource clock,
      Consumer<ResourceID> changed,
      SweepAudience.Viewer viewer) {
    var region = new SweptRegion(name, clock);
    var audience = new SweepAudience(region, trustedFor, clock, changed, viewer);
    var sweeper = new RegionSweeper(region, audience);
    PARTS.stream()
        .map(part -> new ServiceSweeper(part, region, sweep, rhythm, clock, audience))
        .map(it -> new Running(it, Thread.ofVirtual().name("sweep-" + name).start(it)))
        .forEach(sweeper.services::add);
    return sweeper;
  }

  RegionSnapshot snapshot() {
    return region.snapshot();
  }

  RegionView view() {
    return region.snapshot().services().allMatch(it -> it.isUnlisted())
        ? RegionView.pending()
        : RegionView.of(audience.trusted());
  }

  void register(ResourceID environment, Interest interest) {
    region.register(environment, interest);
    audience.tellIfNews(environment, interest);
  }

  void forget(ResourceID environment) {
    region.forget(environment);
  }

  void stop() {
    region.stop();
  }

  /** Whether none of its threads has died or hangs. */
  boolean isHealthy() {
    return services.stream().allMatch(Running::isHealthy);
  }
}
