package io.appenv.operator.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Reads all that is wanted from one place, for all environments at once, at intervals; and between
 * these what has just come to be wanted.
 *
 * @param <W> what can be wanted
 */
public final class PlaceReader<W> implements Runnable {

  private static final Logger LOG = Logger.getLogger(PlaceReader.class);

  /** In which many new wants, as after a start, become one reading. */
  private static final Duration GATHERING = Duration.ofMillis(500);

  private final String place;
  private final Supplier<? extends Collection<W>> wanted;
  private final Consumer<Set<W>> read;
  private final Duration interval;
  private final InstantSource clock;
  private final Semaphore wake = new Semaphore(0);
  private final Semaphore ended = new Semaphore(0);
  private Set<W> known = Set.of();
  private Instant due = Instant.EPOCH;

  /**
   * @param place for the log
   * @param wanted all that is wanted now
   * @param read is given what is to be read now, never nothing
   */
  public PlaceReader(
      String place,
      Supplier<? extends Collection<W>> wanted,
      Consumer<Set<W>> read,
      Duration interval,
      InstantSource clock) {
    this.place = place;
    this.wanted = wanted;
    this.read = read;
    this.interval = interval;
    this.clock = clock;
  }

  /** Begins, and ends with {@link #stop}. */
  public PlaceReader<W> start() {
    Thread.ofVirtual().name(place).start(this);
    return this;
  }

  /** Something else is wanted. */
  public void wake() {
    wake.release();
  }

  public void stop() {
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
    var all = Set.copyOf(wanted.get());
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
  private void unharmed(Set<W> chosen) {
    try {
      read.accept(chosen);
    } catch (RuntimeException | Error defect) {
      // Its kind and where it was thrown, not its words: they may quote a secret that was read.
      LOG.errorf(
          "Reading of %s failed with %s at %s",
          place, defect.getClass().getName(), origin(defect.getStackTrace()));
    }
  }

  private static String origin(StackTraceElement[] trace) {
    return trace.length == 0 ? "an unknown place" : trace[0].toString();
  }
}
