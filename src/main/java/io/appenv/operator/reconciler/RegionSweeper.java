package io.appenv.operator.reconciler;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.FailureException;
import io.appenv.operator.model.Reason;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
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
  private final InstantSource clock;
  private final Consumer<ResourceID> changed;
  private final Map<ResourceID, Interest> interests = new ConcurrentHashMap<>();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition wake = lock.newCondition();
  private volatile RegionView view = RegionView.pending();
  private volatile boolean stopped;
  private Instant lastEnd = Instant.MIN;
  private Instant lastChange = Instant.MIN;
  private int failures;
  private int sweeps;

  RegionSweeper(
      String region,
      RegionSweep sweep,
      SweepRhythm rhythm,
      InstantSource clock,
      Consumer<ResourceID> changed) {
    this.region = region;
    this.sweep = sweep;
    this.rhythm = rhythm;
    this.clock = clock;
    this.changed = changed;
  }

  RegionView view() {
    return view;
  }

  void register(ResourceID environment, Interest interest) {
    interests.put(environment, interest);
    signal(
        () ->
            interest
                .awaitsSweepAfter()
                .ifPresent(written -> lastChange = later(written, lastChange)));
    // A sweep may have ended between the pass that saw the picture before and this line.
    if (isNews(interest, view)) {
      changed.accept(environment);
    }
  }

  void forget(ResourceID environment) {
    interests.remove(environment);
  }

  void stop() {
    stopped = true;
    signal(() -> {});
  }

  private void signal(Runnable change) {
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
      sweepOnce();
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
    if (lastEnd.equals(Instant.MIN)) {
      return lastEnd;
    }
    var busy = interests.values().stream().anyMatch(interest -> !interest.settled());
    return rhythm.next(lastEnd, later(lastChange, Instant.EPOCH), busy, failures);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private void sweepOnce() {
    var startedAt = clock.instant();
    var before = view;
    var after = attempt(before, startedAt);
    view = after;
    var toTell = changedEnvironments(before, after);
    lock.lock();
    try {
      lastEnd = clock.instant();
      if (!toTell.isEmpty() && after.failure().isEmpty()) {
        lastChange = lastEnd;
      }
    } finally {
      lock.unlock();
    }
    toTell.forEach(changed);
  }

  private RegionView attempt(RegionView before, Instant startedAt) {
    try {
      var snapshot = sweep.read(region, depth(), before.snapshot(), startedAt);
      failures = 0;
      sweeps++;
      return RegionView.of(snapshot);
    } catch (FailureException failed) {
      failures++;
      LOG.warnf("Sweep of %s failed (%d in a row): %s", region, failures, failed.failure());
      return before.failed(failed.failure());
    } catch (RuntimeException unexpected) {
      failures++;
      LOG.errorf(unexpected, "Sweep of %s failed unexpectedly", region);
      return before.failed(
          new Failure.Recoverable(
              Component.NETWORK,
              Reason.UPSTREAM_ERROR,
              "Reading region %s failed with %s; the operator's log has the details."
                  .formatted(region, unexpected.getClass().getSimpleName())));
    }
  }

  private SweepDepth depth() {
    if (interests.values().stream().anyMatch(Interest::deleting)) {
      return SweepDepth.EVERYTHING_AND_SNAPSHOTS;
    }
    var busy = interests.values().stream().anyMatch(interest -> !interest.settled());
    return busy || sweeps % FULL_SWEEP_EVERY == 0 ? SweepDepth.EVERYTHING : SweepDepth.DATA_STORES;
  }

  private static boolean isNews(Interest interest, RegionView seen) {
    return seen.failure().isEmpty() && seen.snapshot().map(interest::isNews).orElse(false);
  }

  private List<ResourceID> changedEnvironments(RegionView before, RegionView after) {
    var outcomeChanged =
        !before.failure().map(Failure::reason).equals(after.failure().map(Failure::reason))
            || before.isPending();
    var result = new ArrayList<ResourceID>();
    interests.forEach(
        (environment, interest) -> {
          if (outcomeChanged || isNews(interest, after)) {
            result.add(environment);
          }
        });
    return result;
  }
}
