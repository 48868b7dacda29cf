package io.appenv.operator.reconciler;

import io.appenv.operator.model.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What earlier passes left behind in memory of one part of an environment. Losing it in a crash
 * costs one early retry and nothing else.
 *
 * @param failure what the last execution could not do
 * @param call the one it stopped at; empty where none failed
 * @param count executions in a row that stopped at that call
 * @param notBefore when the next execution may be tried
 * @param freshAfter when AWS was last written to, or the environment first met; only a sweep begun
 *     later shows what there is to plan on
 */
record Attempt(
    Optional<Failure> failure, String call, int count, Instant notBefore, Instant freshAfter) {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
  private static final int MAXIMUM_DOUBLINGS = 7;

  static Attempt first(Instant now) {
    return new Attempt(Optional.empty(), "", 0, Instant.EPOCH, now);
  }

  /** Nothing is left to call, so what failed has come about in another way or is not wanted. */
  Attempt overtaken() {
    return new Attempt(Optional.empty(), "", 0, Instant.EPOCH, freshAfter);
  }

  /**
   * @param stoppedAt the call that failed; where it is another than before, there was progress, and
   *     pauses begin anew
   */
  Attempt executed(Optional<Failure> outcome, String stoppedAt, Instant now) {
    if (outcome.isEmpty()) {
      return new Attempt(outcome, "", 0, now, now);
    }
    var failedRuns = stoppedAt.equals(call) ? count + 1 : 1;
    return new Attempt(outcome, stoppedAt, failedRuns, now.plus(pause(failedRuns)), now);
  }

  private static Duration pause(int failedRuns) {
    var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failedRuns - 1, MAXIMUM_DOUBLINGS));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
