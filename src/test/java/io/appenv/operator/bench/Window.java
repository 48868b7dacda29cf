package io.appenv.operator.bench;

import io.appenv.operator.sandbox.wire.Recording;
import java.time.Duration;
import java.util.Map;

/**
 * What crossed the wires within a time in which nobody changed a manifest.
 *
 * @param sweeps reads of AWS, by service
 * @param memory the operator's at the end, in MiB
 */
record Window(
    double minutes,
    Traffic traffic,
    Map<String, SweepReads> sweeps,
    long memory,
    Map<String, Double> processorSeconds) {

  private static final double SECONDS_IN_MINUTE = 60;

  /** Runs what shall happen meanwhile, again and again until the time is over. */
  static Window measure(Stage stage, Duration length, Runnable meanwhile) {
    Recording recording = stage.sandbox().wires().recording();
    var mark = recording.mark();
    var before = stage.processorUse();
    var time = new Stopwatch();
    while (time.elapsed().compareTo(length) < 0) {
      meanwhile.run();
    }
    var entries = recording.since(mark);
    return new Window(
        time.seconds() / SECONDS_IN_MINUTE,
        Traffic.of(entries),
        SweepReads.of(entries),
        stage.memory().resident(),
        stage.processorUse().since(before));
  }

  double apiRequestsPerMinute() {
    return traffic.kubernetesTotal() / minutes;
  }

  double awsCallsPerMinute() {
    return traffic.awsTotal() / minutes;
  }

  long writes() {
    return traffic.kubernetesWrites() + traffic.awsWrites();
  }

  long mostReads(String service) {
    return sweeps.getOrDefault(service, new SweepReads(0, 0)).most();
  }
}
