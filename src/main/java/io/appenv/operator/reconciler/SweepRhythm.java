package io.appenv.operator.reconciler;

import java.time.Duration;
import java.time.Instant;

/**
 * When the next sweep is due: pure arithmetic. While something is under way the pause grows with
 * the time nothing has changed (an instance takes minutes; asking every second the whole time would
 * only earn throttling), and after failures it doubles.
 *
 * @param idle pause when everything is settled
 * @param busyMinimum shortest pause while something is under way
 * @param busyMaximum longest pause while something is under way
 */
record SweepRhythm(Duration idle, Duration busyMinimum, Duration busyMaximum) {

  private static final int QUIET_TIME_FRACTION = 4;
  private static final int MAXIMUM_DOUBLINGS = 6;

  Instant next(Instant lastEnd, Instant lastChange, boolean busy, int failures) {
    if (failures > 0) {
      return lastEnd.plus(afterFailures(failures));
    }
    if (!busy) {
      return lastEnd.plus(idle);
    }
    var quiet = Duration.between(lastChange, lastEnd).dividedBy(QUIET_TIME_FRACTION);
    return lastEnd.plus(clamp(quiet));
  }

  private Duration clamp(Duration pause) {
    if (pause.compareTo(busyMinimum) < 0) {
      return busyMinimum;
    }
    return pause.compareTo(busyMaximum) > 0 ? busyMaximum : pause;
  }

  private Duration afterFailures(int failures) {
    var pause = busyMinimum.multipliedBy(1L << Math.min(failures, MAXIMUM_DOUBLINGS));
    return pause.compareTo(idle) > 0 ? idle : pause;
  }
}
