package io.appenv.operator.reconciler;

import java.time.Duration;
import java.time.Instant;

/**
 * When the next sweep is due: pure arithmetic. While AWS is at work the pause grows with the time
 * nothing has changed (an instance takes minutes; asking every second the whole time would only
 * earn throttling), and after failures it doubles.
 *
 * @param idle pause when AWS is at work for nobody
 * @param busyMinimum shortest pause while AWS is at work
 * @param busyMaximum longest pause while AWS is at work
 */
record SweepRhythm(Duration idle, Duration busyMinimum, Duration busyMaximum) {

  private static final int QUIET_TIME_FRACTION = 4;
  private static final int MAXIMUM_DOUBLINGS = 6;

  /** Every call has a time limit; a whole sweep that takes this long will never end. */
  private static final Duration LONGEST_SWEEP = Duration.ofMinutes(15);

  /**
   * @param busy AWS is at work for somebody whose listings succeed; what fails then does not slow
   *     the others down
   */
  Instant next(Instant lastEnd, Instant lastChange, boolean busy, int failures) {
    if (busy) {
      var quiet = Duration.between(lastChange, lastEnd).dividedBy(QUIET_TIME_FRACTION);
      return lastEnd.plus(clamp(quiet));
    }
    return lastEnd.plus(failures > 0 ? afterFailures(failures) : idle);
  }

  /** Whether a sweeper that gave its last sign of life then must have died or hung. */
  boolean isOverdue(Instant lastSign, Instant now) {
    return lastSign.plus(idle).plus(LONGEST_SWEEP).isBefore(now);
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
