package io.appenv.operator.reconciler;

import io.appenv.operator.configuration.ConfigurationSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Reads all configuration that is wanted from one region, for all environments at once, at
 * intervals; and between these what has just come to be wanted.
 */
final class ConfigurationReader implements Runnable {

  private static final Logger LOG = Logger.getLogger(ConfigurationReader.class);

  /** In which many new wants, as after a start, become one reading. */
  private static final Duration GATHERING = Duration.ofMillis(300);

  private final Supplier<Set<ConfigurationSource>> wanted;
  private final Consumer<Set<ConfigurationSource>> read;
  private final Duration interval;
  private final InstantSource clock;
  private final Semaphore wake = new Semaphore(0);
  private final Semaphore ended = new Semaphore(0);
  private Set<ConfigurationSource> known = Set.of();
  private Instant due = Instant.EPOCH;

  ConfigurationReader(
      Supplier<Set<ConfigurationSource>> wanted,
      Consumer<Set<ConfigurationSource>> read,
      Duration interval,
      InstantSource clock) {
    this.wanted = wanted;
    this.read = read;
    this.interval = interval;
    this.clock = clock;
  }

  /** Something else is wanted. */
  void wake() {
    wake.release();
  }

  void stop() {
    ended.release();
    wake.release();
  }

  @Override
  public void run() {
    try {
      while (!ended.tryAcquire(GATHERING.toMillis(), TimeUnit.MILLISECONDS)) {
        wake.drainPermits();
        turn();
        var pause = Duration.between(clock.instant(), due).toMillis();
        // Whether it is time or somebody woke this: the next turn finds out what to read.
        var _ = wake.tryAcquire(Math.max(pause, 0), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** One reading: of all when it is time, else of what is new. */
  void turn() {
    var now = clock.instant();
    var all = wanted.get();
    var isDue = !now.isBefore(due);
    var chosen =
        isDue
            ? all
            : all.stream()
                .filter(it -> !known.contains(it))
                .collect(Collectors.toUnmodifiableSet());
    if (isDue) {
      due = now.plus(interval);
    }
    known = all;
    if (!chosen.isEmpty()) {
      unharmed(chosen);
    }
  }

  /** Whatever goes wrong in one reading must not end all that would follow. */
  private void unharmed(Set<ConfigurationSource> chosen) {
    try {
      read.accept(chosen);
    } catch (RuntimeException | Error defect) {
      // Nothing of it but its kind: what it says may quote what was read.
      LOG.errorf("A reading of configuration failed with %s", defect.getClass().getName());
    }
  }
}
