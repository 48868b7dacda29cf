package io.appenv.operator.reconciler;

import io.appenv.operator.config.OperatorConfig;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The sweepers of all regions in use. */
@ApplicationScoped
class Sweeps {

  private final RegionSweep sweep;
  private final SweepAges ages;
  private final SweepRhythm rhythm;
  private final Duration trustedFor;
  private final InstantSource clock;
  private final Map<String, RegionSweeper> regions = new ConcurrentHashMap<>();
  private volatile Consumer<ResourceID> listener = environment -> {};
  private volatile SweepAudience.Viewer viewer = (_, _, _) -> {};

  Sweeps(RegionSweep sweep, SweepAges ages, OperatorConfig config, InstantSource clock) {
    this.sweep = sweep;
    this.ages = ages;
    this.rhythm =
        new SweepRhythm(
            config.sweep().idleInterval(),
            config.sweep().busyInterval(),
            config.sweep().busyIntervalMax());
    // A pause that is longer than the timeout is no reason to doubt what is seen after it.
    this.trustedFor =
        Collections.max(
            List.of(config.sweep().timeout(), config.sweep().idleInterval().multipliedBy(2)));
    this.clock = clock;
  }

  void notifyTo(Consumer<ResourceID> changed) {
    listener = changed;
  }

  /** Every picture, with the UIDs of the environments that look at it. */
  void showTo(SweepAudience.Viewer seen) {
    viewer = seen;
  }

  RegionView view(String region) {
    return sweeper(region).view();
  }

  void register(String region, ResourceID environment, Interest interest) {
    sweeper(region).register(environment, interest);
  }

  void forget(ResourceID environment) {
    regions.values().forEach(sweeper -> sweeper.forget(environment));
  }

  /** Regions in use whose sweeper has died or hangs. */
  List<String> silent() {
    return regions.entrySet().stream()
        .filter(region -> !region.getValue().isHealthy())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private RegionSweeper sweeper(String region) {
    return regions.computeIfAbsent(region, this::start);
  }

  private RegionSweeper start(String region) {
    var sweeper =
        RegionSweeper.start(
            region,
            sweep,
            rhythm,
            trustedFor,
            clock,
            environment -> listener.accept(environment),
            (picture, part, interested) -> viewer.see(picture, part, interested));
    RegionSweeper.PARTS.forEach(part -> ages.follow(region, part, sweeper::snapshot));
    return sweeper;
  }

  @PreDestroy
  void stop() {
    regions.values().forEach(RegionSweeper::stop);
  }
}
