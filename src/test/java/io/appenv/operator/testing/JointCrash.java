package io.appenv.operator.testing;

import io.appenv.operator.sandbox.RunningOperator;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One death for several environments. Starting the operator again is what a crash test spends its
 * time on; so the request at which one environment's operator shall die is held until the others'
 * are held too, and then it dies at all of them at once.
 */
final class JointCrash {

  /** Some never come: a point may depend on the moment, and no request waits for ever. */
  private static final Duration LONGEST_HOLD = Duration.ofSeconds(5);

  private final RunningOperator operator;
  private final List<String> settings;
  private final Set<EnvironmentUnderTest> expected = new HashSet<>();
  private int deaths;

  JointCrash(Ground ground) {
    this.operator = ground.operator();
    this.settings = ground.settings();
  }

  /** The operator shall die at a request of this environment, which is still to come. */
  synchronized void expect(EnvironmentUnderTest environment) {
    expected.add(environment);
  }

  /** That request does not come any more. */
  synchronized void withdraw(EnvironmentUnderTest environment) {
    if (expected.remove(environment)) {
      notifyAll();
    }
  }

  /** That request came and changes something: only its own environment waits for its answer. */
  synchronized void dieTogether(EnvironmentUnderTest environment) {
    var before = deaths;
    var end = System.nanoTime() + LONGEST_HOLD.toNanos();
    withdraw(environment);
    while (deaths == before && !expected.isEmpty() && end > System.nanoTime()) {
      hold(Duration.ofNanos(end - System.nanoTime()));
    }
    if (deaths == before) {
      die();
    }
  }

  /** That request came and reads: all environments may wait for its answer. */
  synchronized void dieAtOnce(EnvironmentUnderTest environment) {
    withdraw(environment);
    die();
  }

  private void die() {
    operator.crash(settings);
    deaths++;
    notifyAll();
  }

  private void hold(Duration longest) {
    try {
      wait(Math.max(1, longest.toMillis()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
