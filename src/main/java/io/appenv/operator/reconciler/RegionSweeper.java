package io.appenv.operator.reconciler;

import io.appenv.operator.model.Failure;
import io.appenv.operator.model.RegionSnapshot;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Sweeps one region, for all environments in it at once, and tells those whose picture changed.
 * Each region has its own thread, so that a region that hangs or throttles delays no other.
 */
final class RegionSweeper implements Runnable {

  private static final Logger LOG = Logger.getLogger(RegionSweeper.class);

  /** Groups and networks hardly ever change by themselves: every tenth idle sweep looks at them. */
  private static final int FULL_SWEEP_EVERY = 10;

  private final String region;
  private final RegionSweep sweep;
  private final SweepRhythm rhythm;
  private final Duration trustedFor;
  private final InstantSource clock;
  private final Consumer<ResourceID> changed;
  private final BiConsumer<RegionSnapshot, Map<ResourceID, String>> seen;
  private final Map<ResourceID, Interest> interests = new ConcurrentHashMap<>();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition wake = lock.newCondition();
  private volatile Optional<RegionSnapshot> snapshot = Optional.empty();
  private volatile boolean stopped;
  private volatile Instant lastSign;
  private Instant lastEnd = Instant.EPOCH;
  private Instant lastChange = Instant.EPOCH;
  private List<Failure> lastFailures = List.of();
  private int failures;
  private int sweeps;

  /**
   * @param trustedFor how long failures are passed over before the former picture counts no more
   * @param changed told of each environment whose own picture changed
   * @param seen shown each picture, with the UIDs of the environments that look at it
   */
  RegionSweeper(
      String region,
      RegionSweep sweep,
      SweepRhythm rhythm,
      Duration trustedFor,
      InstantSource clock,
      Consumer<ResourceID> changed,
      BiConsumer<RegionSnapshot, Map<ResourceID, String>> seen) {
    this.region = region;
    this.sweep = sweep;
    this.rhythm = rhythm;
    this.trustedFor = trustedFor;
    this.clock = clock;
    this.changed = changed;
    this.seen = seen;
    this.lastSign = clock.instant();
  }

  RegionView view() {
    var since = clock.instant().minus(trustedFor);
    return snapshot
        .map(seen -> RegionView.of(seen.trustedSince(since)))
        .orElseGet(RegionView::pending);
  }

  void register(ResourceID environment, Interest interest) {
    locked(
        () -> {
          if (interests.isEmpty()) {
            lastSign = clock.instant();
          }
          interests.put(environment, interest);
          interest.awaits().values().forEach(moment -> lastChange = later(moment, lastChange));
        });
    // A sweep may have ended between the pass that saw the picture before and this line.
    if (view().snapshot().filter(interest::isNews).isPresent()) {
      changed.accept(environment);
    }
  }

  /** Nobody looks while nobody is interested, so what was seen last must not count later. */
  void forget(ResourceID environment) {
    locked(
        () -> {
          interests.remove(environment);
          if (interests.isEmpty()) {
            snapshot = Optional.empty();
          }
        });
  }

  void stop() {
    locked(() -> stopped = true);
  }

  /** Whether it is known to work; without interests there is nothing to do. */
  boolean isWorking() {
    return interests.isEmpty() || !rhythm.isOverdue(lastSign, clock.instant());
  }

  private void locked(Runnable change) {
    lock.lock();
    try {
      change.run();
      wake.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void run() {
    while (awaitDue()) {
      lastSign = clock.instant();
      unharmed(this::sweepOnce);
      unharmed(this::show);
      unharmed(this::tell);
      lastSign = clock.instant();
    }
  }

  /** Whatever goes wrong in one sweep, an Error too, must not end all that would follow. */
  private void unharmed(Runnable work) {
    try {
      work.run();
    } catch (Throwable defect) {
      LOG.errorf(defect, "Sweep of %s failed unexpectedly", region);
      locked(
          () -> {
            failures++;
            lastEnd = clock.instant();
          });
    }
  }

  /** Waits until a sweep is due; false when the sweeper was stopped. */
  private boolean awaitDue() {
    lock.lock();
    try {
      while (!stopped) {
        if (interests.isEmpty()) {
          wake.await();
          continue;
        }
        var pause = Duration.between(clock.instant(), due());
        if (!pause.isPositive()) {
          return true;
        }
        wake.await(pause.toNanos(), TimeUnit.NANOSECONDS);
      }
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private Instant due() {
    if (snapshot.isEmpty() && failures == 0) {
      return Instant.EPOCH;
    }
    var busy = interests.values().stream().anyMatch(interest -> interest.isBusy(snapshot));
    return rhythm.next(lastEnd, lastChange, busy && snapshot.isPresent(), failures);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private void sweepOnce() {
    var startedAt = clock.instant();
    var before = snapshot.orElseGet(() -> RegionSnapshot.unlisted(region, startedAt));
    var scope = SweepScope.of(List.copyOf(interests.values()), sweeps % FULL_SWEEP_EVERY == 0);
    var after = sweep.read(before, scope, startedAt);
    log(after.failures().toList());
    locked(
        () -> {
          snapshot = interests.isEmpty() ? Optional.empty() : Optional.of(after);
          failures = lastFailures.isEmpty() ? 0 : failures + 1;
          sweeps++;
          lastEnd = clock.instant();
        });
  }

  /** Once for each change, however often the same listing fails. */
  private void log(List<Failure> met) {
    if (!reasons(met).equals(reasons(lastFailures))) {
      met.forEach(failure -> LOG.warnf("Sweep of %s: %s", region, failure));
    }
    lastFailures = met;
  }

  private static List<String> reasons(List<Failure> met) {
    return met.stream().map(failure -> failure.component() + " " + failure.reason()).toList();
  }

  private void show() {
    snapshot.ifPresent(picture -> seen.accept(picture, interested()));
  }

  private Map<ResourceID, String> interested() {
    return interests.entrySet().stream()
        .filter(it -> it.getValue().desired().isPresent())
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey,
                it -> it.getValue().desired().orElseThrow().environment().uid()));
  }

  private void tell() {
    view().snapshot().ifPresent(this::tell);
  }

  private void tell(RegionSnapshot picture) {
    interests.forEach(
        (environment, interest) -> {
          if (interest.isNews(picture) && isTold(environment)) {
            // Unless its pass has registered something newer meanwhile.
            interests.replace(environment, interest, interest.told(picture));
            locked(() -> lastChange = later(lastEnd, lastChange));
          }
        });
  }

  /** An environment that cannot be told is told with the next sweep; the others are told now. */
  private boolean isTold(ResourceID environment) {
    try {
      changed.accept(environment);
      return true;
    } catch (RuntimeException defect) {
      LOG.errorf(defect, "%s could not be told of a change", environment);
      return false;
    }
  }
}
