package io.appenv.operator.reconciler;

import io.appenv.operator.model.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one environment's earlier passes left behind in memory. Losing it in a crash costs one early
 * retry and nothing else.
 *
 * @param generation the spec generation the failures belong to
 * @param failures what the last execution could not do
 * @param count failed executions in a row
 * @param notBefore when the next execution may be tried
 * @param lastWrite when AWS was last written to; only a sweep begun later shows the result
 */
record Attempts(
    long generation,
    List<Failure> failures,
    int count,
    Instant notBefore,
    Optional<Instant> lastWrite) {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
  private static final int MAXIMUM_DOUBLINGS = 7;

  static Attempts none(long generation) {
    return new Attempts(generation, List.of(), 0, Instant.EPOCH, Optional.empty());
  }

  /** A changed spec deserves a fresh try at once. */
  Attempts forGeneration(long current) {
    return current == generation
        ? this
        : new Attempts(current, List.of(), 0, Instant.EPOCH, lastWrite);
  }

  Attempts executed(List<Failure> newFailures, Instant now) {
    var failedRuns = newFailures.isEmpty() ? 0 : count + 1;
    return new Attempts(
        generation,
        newFailures,
        failedRuns,
        failedRuns == 0 ? now : now.plus(pause(failedRuns)),
        Optional.of(now));
  }

  boolean mayExecute(Instant now) {
    return !now.isBefore(notBefore);
  }

  /** Time until the next try; empty when nothing failed. */
  Optional<Duration> untilRetry(Instant now) {
    if (failures.isEmpty()) {
      return Optional.empty();
    }
    var pause = Duration.between(now, notBefore);
    return Optional.of(pause.isNegative() ? Duration.ZERO : pause);
  }

  private static Duration pause(int failedRuns) {
    var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failedRuns - 1, MAXIMUM_DOUBLINGS));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
