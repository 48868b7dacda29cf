package io.appenv.operator.reconciler;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.RegionSnapshot;
import io.appenv.operator.model.ServicePicture;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** What the sweeps of one region share: what was seen, who wants to see what, and the alarm. */
final class SweptRegion {

  private final InstantSource clock;
  private final Map<ResourceID, Interest> interests = new ConcurrentHashMap<>();
  private final Map<Component, Instant> wantedSince = new ConcurrentHashMap<>();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition wake = lock.newCondition();
  private volatile RegionSnapshot snapshot;
  private volatile boolean stopped;
  private volatile Instant lastChange = Instant.EPOCH;

  SweptRegion(String name, InstantSource clock) {
    this.snapshot = RegionSnapshot.unlisted(name);
    this.clock = clock;
  }

  RegionSnapshot snapshot() {
    return snapshot;
  }

  Map<ResourceID, Interest> interests() {
    return Map.copyOf(interests);
  }

  void register(ResourceID environment, Interest interest) {
    locked(
        () -> {
          interests.put(environment, interest);
          interest.awaits().values().forEach(this::noteChange);
          follow();
        });
  }

  /** Unless a pass has registered something newer meanwhile. */
  void replace(ResourceID environment, Interest before, Interest after, Instant changedAt) {
    locked(
        () -> {
          if (interests.replace(environment, before, after)) {
            noteChange(changedAt);
          }
        });
  }

  void forget(ResourceID environment) {
    locked(
        () -> {
          interests.remove(environment);
          follow();
        });
  }

  void stop() {
    locked(() -> stopped = true);
  }

  /** What a service was seen as, unless nobody wants it any more. */
  void put(ServicePicture seen) {
    locked(
        () -> {
          if (isWanted(seen.part())) {
            snapshot = snapshot.with(seen);
          }
        });
  }

  /** Nobody looks while nobody is interested, so what was seen last must not count later. */
  private void follow() {
    var wanted = SweepScope.parts(interests.values());
    wantedSince.keySet().retainAll(wanted);
    wanted.forEach(part -> wantedSince.putIfAbsent(part, clock.instant()));
    for (var part : Component.values()) {
      if (!wanted.contains(part)) {
        snapshot = snapshot.without(part);
      }
    }
  }

  private void noteChange(Instant moment) {
    lastChange = moment.isAfter(lastChange) ? moment : lastChange;
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

  boolean isWanted(Component part) {
    return wantedSince.containsKey(part);
  }

  /** Since when it is, without an interruption; now where it is not. */
  Instant wantedSince(Component part) {
    return wantedSince.getOrDefault(part, clock.instant());
  }

  /** When something last changed for anybody. */
  Instant lastChange() {
    return lastChange;
  }

  /** Whether AWS is at work at this part for somebody. */
  boolean isBusy(Component part) {
    var seen = snapshot;
    return !seen.isUnlisted(part)
        && interests.values().stream().anyMatch(interest -> interest.isBusy(seen, part));
  }

  /** Waits until a sweep of this part is due; false when the sweeps were stopped. */
  boolean awaitDue(Component part, Supplier<Instant> due) {
    lock.lock();
    try {
      while (!stopped) {
        if (!isWanted(part)) {
          wake.await();
          continue;
        }
        var pause = Duration.between(clock.instant(), due.get());
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
}
