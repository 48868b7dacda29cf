package io.appenv.operator.bench;

import java.time.Duration;

/**
 * The fifth measurement: the operator is killed, every manifest is changed while it is down (the
 * maximum of the backend's autoscaler), and it is started again.
 *
 * @param secondsToReady from the start of the process until it answers that it is ready
 * @param secondsToResync from the start of the process until every child has followed
 * @param followed how many had when it ended
 */
record Restart(
    double secondsToReady,
    double secondsToResync,
    long followed,
    int environments,
    Traffic traffic,
    Memory memory) {

  private static final int MAXIMUM = 9;

  static Restart measure(Stage stage, AutoscalerWatch autoscalers, BenchOptions options) {
    var fleet = stage.fleet();
    var recording = stage.sandbox().wires().recording();
    Progress.heading("5. kill -9, every manifest is changed, start");
    stage.kill();
    fleet.each(member -> member.setMaximum(Member.BACKEND, MAXIMUM));
    Progress.line("%d manifests were changed while it was down", fleet.size());
    var mark = recording.mark();
    var time = new Stopwatch();
    stage.launch().awaitReady();
    var ready = time.seconds();
    Progress.line("ready after %.1f s", ready);
    time.await(
        options.patience(),
        () -> autoscalers.withMaximum(MAXIMUM) == fleet.size(),
        _ -> progress(autoscalers.withMaximum(MAXIMUM), fleet.size()));
    var resync = time.seconds();
    var followed = autoscalers.withMaximum(MAXIMUM);
    Progress.line("%d of %d have followed after %.1f s", followed, fleet.size(), resync);
    SteadyState.awaitSilence(stage, Duration.ofSeconds(60));
    var restart =
        new Restart(
            ready,
            resync,
            followed,
            fleet.size(),
            Traffic.of(recording.since(mark)),
            stage.memory());
    Breakdown.print(restart.traffic, fleet.size());
    return restart;
  }

  private static void progress(long followed, int all) {
    Progress.line("%d of %d have followed", followed, all);
  }
}
