package io.appenv.operator.requests;

import io.appenv.operator.autoscaling.RequestWant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Reads all numbers that are wanted from one place, at intervals, and between these what has just
 * come to be wanted.
 */
final class PlaceReader implements Runnable {

  private static final Logger LOG = Logger.getLogger(PlaceReader.class);

  /** In which many new wants, as after a start, become one reading. */
  private static final Duration GATHERING = Duration.ofSeconds(1);

  private final Supplier<List<RequestWant>> wants;
  private final Consumer<List<RequestWant>> read;
  private final Duration interval;
  private final InstantSource clock;
  private final Semaphore wake = new Semaphore(0);
  private final Semaphore ended = new Semaphore(0);
  private Set<RequestWant> known = Set.of();
  private Instant due = Instant.EPOCH;

  PlaceReader(
      Supplier<List<RequestWant>> wants,
      Consumer<List<RequestWant>> read,
      Duration interval,
      InstantSource clock) {
    this.wants = wants;
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
    var all = wants.get();
    var isDue = !now.isBefore(due);
    var chosen = isDue ? all : all.stream().filter(want -> !known.contains(want)).toList();
    if (isDue) {
      due = now.plus(interval);
    }
    known = new HashSet<>(all);
    if (!chosen.isEmpty()) {
      unharmed(chosen);
    }
  }

  /** Whatever goes wrong in one reading must not end all that would follow. */
  private void unharmed(List<RequestWant> chosen) {
    try {
      read.accept(chosen);
    } catch (RuntimeException | Error defect) {
      LOG.error("A reading of numbers of requests failed unexpectedly", defect);
    }
  }
}
