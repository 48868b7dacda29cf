package io.appenv.operator.bench;

import java.time.Duration;

/**
 * The second measurement: nothing is left to do.
 *
 * @param secondsToQuiet from the last Ready to the last write
 * @param isQuiet whether writing ended at all
 */
record SteadyState(boolean isQuiet, double secondsToQuiet, Window window) {

  /** Without a write for so long, nothing is under way any more. */
  private static final Duration SILENCE = Duration.ofSeconds(20);

  static SteadyState measure(Stage stage, BenchOptions options) {
    Progress.heading("2. Steady state: waiting for silence");
    var time = new Stopwatch();
    var isQuiet = awaitSilence(stage, options.patienceForQuiet());
    var secondsToQuiet = Math.max(0, time.seconds() - SILENCE.toSeconds());
    Progress.line(
        isQuiet ? "silence; observing for %d s" : "there is no silence; observing for %d s",
        options.window().toSeconds());
    // What has been counted would only be searched through again.
    stage.sandbox().wires().recording().clear();
    var window = Window.measure(stage, options.window(), () -> pause(Duration.ofSeconds(1)));
    var steady = new SteadyState(isQuiet, secondsToQuiet, window);
    Progress.line(
        "%d API requests (%s), %d AWS calls (%s)",
        window.traffic().kubernetesTotal(),
        window.traffic().kubernetes(),
        window.traffic().awsTotal(),
        window.traffic().aws());
    Breakdown.print(window.processorSeconds(), window.minutes() * 60);
    return steady;
  }

  /** Whether a time without writes came before patience ended. */
  static boolean awaitSilence(Stage stage, Duration patience) {
    var recording = stage.sandbox().wires().recording();
    var time = new Stopwatch();
    while (time.elapsed().compareTo(patience) < 0) {
      var mark = recording.mark();
      pause(SILENCE);
      if (recording.writesSince(mark).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static void pause(Duration length) {
    new Stopwatch().await(length, () -> false);
  }
}
