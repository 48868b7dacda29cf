package io.appenv.operator.testing;

import io.appenv.operator.sandbox.wire.Faults;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A trouble that is over after a time, whatever is waited for meanwhile. */
final class Passing implements Faults.Rule {

  private final Faults.Rule rule;
  private final Thread end;

  Passing(Faults.Rule rule, Duration time) {
    this.rule = rule;
    this.end =
        Thread.startVirtualThread(
            () -> {
              LockSupport.parkNanos(time.toNanos());
              rule.close();
            });
  }

  @Override
  public int applied() {
    return rule.applied();
  }

  @Override
  public void close() {
    try {
      end.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
