package io.appenv.operator.bench;

import java.util.Map;

/**
 * The first measurement: from the first manifest that is applied until all environments are Ready.
 *
 * @param ready how many were Ready when it ended; fewer than all when patience was exhausted
 * @param peakMemory the operator's, in MiB
 * @param processorSeconds by program
 * @param complaints why the others were not Ready
 */
record Creation(
    int environments,
    long ready,
    double seconds,
    Traffic traffic,
    Map<String, SweepReads> sweeps,
    boolean isOperatorAlive,
    long peakMemory,
    Map<String, Double> processorSeconds,
    Map<String, Integer> complaints) {

  static Creation measure(Stage stage, BenchOptions options) {
    var fleet = stage.fleet();
    var recording = stage.sandbox().wires().recording();
    Progress.heading("1. %d environments are created".formatted(fleet.size()));
    fleet.createNamespaces();
    var mark = recording.mark();
    var before = stage.processorUse();
    var time = new Stopwatch();
    fleet.createEnvironments();
    Progress.line("all manifests are applied after %.1f s", time.seconds());
    time.await(
        options.patience(),
        () -> stage.watch().readyCount() == fleet.size() || !stage.isOperatorAlive(),
        _ -> progress(stage, recording.mark() - mark));
    var seconds = time.seconds();
    var entries = recording.since(mark);
    var creation =
        new Creation(
            fleet.size(),
            stage.watch().readyCount(),
            seconds,
            Traffic.of(entries),
            SweepReads.of(entries),
            stage.isOperatorAlive(),
            stage.memory().peak(),
            stage.processorUse().since(before),
            stage.watch().complaints());
    creation.print();
    return creation;
  }

  private static void progress(Stage stage, long requests) {
    Progress.line(
        "%d of %d are Ready, %d requests so far, operator %d MiB",
        stage.watch().readyCount(), stage.fleet().size(), requests, stage.memory().resident());
  }

  private void print() {
    Progress.line("%d of %d are Ready after %.1f s", ready, environments, seconds);
    if (!isOperatorAlive) {
      Progress.line("the operator died; its log tells why");
    }
    complaints.forEach((reason, count) -> Progress.line("  %d: %s", count, reason));
    Breakdown.print(traffic, environments);
    Breakdown.print(processorSeconds, seconds);
  }

  boolean isComplete() {
    return ready == environments;
  }

  double apiRequestsEach() {
    return (double) traffic.kubernetesTotal() / environments;
  }

  double awsCallsEach() {
    return (double) traffic.awsTotal() / environments;
  }
}
