package io.appenv.operator.bench;

import java.util.ArrayList;
import java.util.List;

/** The results beside the goals and the mark to beat. */
final class Table {

  private static final String NONE = "";

  private final List<Row> rows = new ArrayList<>();

  Table(Results results) {
    creation(results.creation());
    if (results.steadyState() instanceof SteadyState steady) {
      steadyState(steady);
    }
    if (results.childStatusChanges() instanceof ChildStatusChanges changes) {
      childStatusChanges(changes);
    }
    if (results.changeLatency() instanceof ChangeLatency latency) {
      latency(latency);
    }
    if (results.restart() instanceof Restart restart) {
      restart(restart);
    }
  }

  private void creation(Creation creation) {
    add("environments Ready", "all", "100", "%d of %d", creation.ready(), creation.environments());
    add(
        "time until all are Ready",
        "240 s for 1000",
        "145 s for 100",
        "%.1f s",
        creation.seconds());
    add(
        "API requests, each environment created",
        NONE,
        "68",
        "%.1f (%.1f writes)",
        creation.apiRequestsEach(),
        (double) creation.traffic().kubernetesWrites() / creation.environments());
    add(
        "AWS calls, each environment created",
        NONE,
        "36",
        "%.1f (%.1f writes)",
        creation.awsCallsEach(),
        (double) creation.traffic().awsWrites() / creation.environments());
    add(
        "operator memory, peak while creating",
        "256 MiB for 1000",
        "209 MB, 3 processes",
        "%d MiB",
        creation.peakMemory());
  }

  private void steadyState(SteadyState steady) {
    var window = steady.window();
    add(
        "steady: writes on both wires",
        "0",
        "thousands",
        "%d in %.1f minutes",
        window.writes(),
        window.minutes());
    add(
        "steady: API requests a minute",
        "watches only",
        "about 10000",
        "%.1f",
        window.apiRequestsPerMinute());
    add("steady: AWS calls a minute", NONE, NONE, "%.1f", window.awsCallsPerMinute());
    add("steady: RDS reads a sweep", "10 for 1000", NONE, "%d", window.mostReads("rds"));
    add(
        "steady: ElastiCache reads a sweep",
        "10 for 1000",
        NONE,
        "%d",
        window.mostReads("elasticache"));
    add(
        "steady: operator memory",
        "256 MiB for 1000",
        "209 MB, 3 processes",
        "%d MiB",
        window.memory());
  }

  private void childStatusChanges(ChildStatusChanges changes) {
    var window = changes.window();
    add("HPA status changes made meanwhile", NONE, NONE, "%d", changes.statusChanges());
    add("  writes on both wires", "0", "thousands", "%d", window.writes());
    add(
        "  API requests a minute",
        "watches only",
        "about 10000",
        "%.1f",
        window.apiRequestsPerMinute());
    add("  AWS calls a minute", "as without", NONE, "%.1f", window.awsCallsPerMinute());
  }

  private void latency(ChangeLatency latency) {
    add("change of a manifest to its child, p50", "50 ms", NONE, "%.0f ms", latency.all().p50());
    add(
        "  p99",
        "250 ms",
        NONE,
        "%.0f ms of %d changes",
        latency.all().p99(),
        latency.all().count());
    add(
        "  p50 of the patch itself, included above",
        NONE,
        NONE,
        "%.0f ms",
        latency.patching().p50());
    if (latency.lost() > 0) {
      add("  lost", "0", NONE, "%d", latency.lost());
    }
  }

  private void restart(Restart restart) {
    add("kill -9: start of the process to ready", NONE, NONE, "%.1f s", restart.secondsToReady());
    add(
        "  to all children following a change",
        NONE,
        NONE,
        "%.1f s (%d of %d)",
        restart.secondsToResync(),
        restart.followed(),
        restart.environments());
    add(
        "  operator memory, peak after it",
        "256 MiB for 1000",
        NONE,
        "%d MiB",
        restart.memory().peak());
  }

  private void add(String measure, String goal, String mark, String format, Object... values) {
    rows.add(Row.of(measure, goal, mark, format, values));
  }

  void print() {
    System.out.println();
    System.out.println(Row.HEADER);
    rows.forEach(System.out::println);
  }
}
