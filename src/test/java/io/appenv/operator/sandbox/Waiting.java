package io.appenv.operator.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, and gives up at once when the process it depends on has died. */
final class Waiting {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private Waiting() {}

  static void until(String what, ManagedProcess process, BooleanSupplier condition) {
    var deadline = Instant.now().plus(LIMIT);
    while (!condition.getAsBoolean()) {
      process.requireAlive();
      if (Instant.now().isAfter(deadline)) {
        throw new SandboxException(
            "Waited %d s in vain for %s; the log %s ends:%n%s"
                .formatted(LIMIT.toSeconds(), what, process.log(), process.tail()));
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
