package io.appenv.operator.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Time since something began, and waits that have an end. */
final class Stopwatch {

  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

  private final long start = System.nanoTime();

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  double seconds() {
    return elapsed().toMillis() / 1000.0;
  }

  boolean await(Duration limit, BooleanSupplier condition) {
    return await(limit, condition, _ -> {});
  }

  /**
   * Waits, counted from the start of this watch; false when the limit came first.
   *
   * @param progress called every few seconds, with the time so far
   */
  boolean await(Duration limit, BooleanSupplier condition, Consumer<Stopwatch> progress) {
    var next = elapsed().plus(BETWEEN_LINES);
    while (!condition.getAsBoolean()) {
      if (elapsed().compareTo(limit) > 0) {
        return false;
      }
      if (elapsed().compareTo(next) > 0) {
        progress.accept(this);
        next = elapsed().plus(BETWEEN_LINES);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return true;
  }
}
