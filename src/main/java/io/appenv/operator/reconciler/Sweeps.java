package io.appenv.operator.reconciler;

import io.appenv.operator.config.OperatorConfig;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The sweepers of all regions in use. */
@ApplicationScoped
class Sweeps {

  private final RegionSweep sweep;
  private final SweepRhythm rhythm;
  private final InstantSource clock;
  private final Map<String, RegionSweeper> regions = new ConcurrentHashMap<>();
  private volatile Consumer<ResourceID> listener = environment -> {};

  Sweeps(RegionSweep sweep, OperatorConfig config, InstantSource clock) {
    this.sweep = sweep;
    this.rhythm =
        new SweepRhythm(
            config.sweep().idleInterval(),
            config.sweep().busyInterval(),
            config.sweep().busyIntervalMax());
    this.clock = clock;
  }

  void notifyTo(Consumer<ResourceID> changed) {
    listener = changed;
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

  private RegionSweeper sweeper(String region) {
    return regions.computeIfAbsent(region, this::start);
  }

  private RegionSweeper start(String region) {
    var sweeper =
        new RegionSweeper(
            region, sweep, rhythm, clock, environment -> listener.accept(environment));
    Thread.ofVirtual().name("sweep-" + region).start(sweeper);
    return sweeper;
  }

  @PreDestroy
  void stop() {
    regions.values().forEach(RegionSweeper::stop);
  }
}
