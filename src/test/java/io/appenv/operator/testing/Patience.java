package io.appenv.operator.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/**
 * How long is waited for something. Counted from when the operator was last started: what it is
 * waited for cannot be done by one that is killed for the sake of others again and again.
 *
 * @param lastStart of the operator, or long ago where nobody kills it
 */
record Patience(Supplier<Instant> lastStart) {

  private static final Duration POLL = Duration.ofMillis(100);

  /** More than all deaths of one series of crashes take together. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  static Patience withoutDeaths() {
    return new Patience(() -> Instant.EPOCH);
  }

  /** What is looked for, or empty when it was waited for in vain. */
  <T> Optional<T> await(String what, Callable<T> look, Predicate<T> wanted) {
    var begin = Instant.now();
    try {
      return Optional.of(
          Awaitility.await(what)
              .atMost(LONGEST)
              .pollInterval(POLL)
              .failFast("waited long enough for " + what, () -> isOver(begin))
              .until(look, wanted::test));
    } catch (ConditionTimeoutException | TerminalFailureException inVain) {
      return Optional.empty();
    }
  }

  private boolean isOver(Instant begin) {
    var started = lastStart.get();
    var counted = started.isAfter(begin) ? started : begin;
    return Instant.now().isAfter(counted.plus(EnvironmentUnderTest.PATIENCE));
  }
}
