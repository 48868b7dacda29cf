package io.appenv.operator.reconciler;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Failure;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Sweeps one service of one region, for all environments in it at once. Each has its own thread, so
 * that a service that hangs or throttles delays no other, nor does a region.
 */
final class ServiceSweeper implements Runnable {

  private static final Logger LOG = Logger.getLogger(ServiceSweeper.class);

  /** Groups and networks hardly ever change by themselves: every tenth idle sweep looks at them. */
  private static final int FULL_SWEEP_EVERY = 10;

  private final Component part;
  private final SweptRegion region;
  private final RegionSweep sweep;
  private final SweepRhythm rhythm;
  private final InstantSource clock;
  private final SweepAudience audience;

  private volatile Instant lastSign = Instant.EPOCH;
  private Instant lastEnd = Instant.EPOCH;
  private List<Failure> lastFailures = List.of();
  private int failures;
  private int sweeps;

  ServiceSweeper(
      Component part,
      SweptRegion region,
      RegionSweep sweep,
      SweepRhythm rhythm,
      InstantSource clock,
      SweepAudience audience) {
    this.part = part;
    this.region = region;
    this.sweep = sweep;
    this.rhythm = rhythm;
    this.clock = clock;
    this.audience = audience;
  }

  /** Whether it is known to work; where nobody wants it there is nothing to do. */
  boolean isWorking() {
    var since = region.wantedSince(part);
    var sign = lastSign.isAfter(since) ? lastSign : since;
    return !region.isWanted(part) || !rhythm.isOverdue(sign, clock.instant());
  }

  @Override
  public void run() {
    while (region.awaitDue(part, this::due)) {
      lastSign = clock.instant();
      unharmed(this::sweepOnce);
      unharmed(() -> audience.show(part));
      unharmed(() -> audience.tell(lastEnd));
      lastSign = clock.instant();
    }
  }

  /** Whatever goes wrong in one sweep, an Error too, must not end all that would follow. */
  private void unharmed(Runnable work) {
    try {
      work.run();
    } catch (Throwable defect) {
      LOG.errorf(defect, "Sweep of %s, %s, failed unexpectedly", region.snapshot().region(), part);
      failures++;
      lastEnd = clock.instant();
    }
  }

  private Instant due() {
    return region.snapshot().isUnlisted(part) && failures == 0
        ? Instant.EPOCH
        : rhythm.next(lastEnd, region.lastChange(), region.isBusy(part), failures);
  }

  private void sweepOnce() {
    var startedAt = clock.instant();
    var scope = SweepScope.of(region.interests().values(), sweeps % FULL_SWEEP_EVERY == 0);
    var seen = sweep.read(part, region.snapshot(), scope, startedAt);
    log(seen.failures());
    region.put(seen);
    failures = lastFailures.isEmpty() ? 0 : failures + 1;
    sweeps++;
    lastEnd = clock.instant();
  }

  /** Once for each change, however often the same listing fails. */
  private void log(List<Failure> met) {
    if (!reasons(met).equals(reasons(lastFailures))) {
      met.forEach(failure -> LOG.warnf("Sweep of %s: %s", region.snapshot().region(), failure));
    }
    lastFailures = met;
  }

  private static List<String> reasons(List<Failure> met) {
    return met.stream().map(failure -> failure.component() + " " + failure.reason()).toList();
  }
}
