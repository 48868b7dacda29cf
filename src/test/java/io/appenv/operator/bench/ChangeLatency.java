package io.appenv.operator.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * The fourth measurement: from the moment a patch of a manifest is sent to the watch event that
 * shows its child changed, one change after the other.
 *
 * @param patching how long the API server takes for the patch itself, which is part of the rest
 * @param lost changes whose child did not follow in time
 */
record ChangeLatency(
    Quantiles all, Quantiles images, Quantiles maxima, Quantiles patching, int lost) {

  private static final long PATIENCE_SECONDS = 30;
  private static final Duration SETTLING = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(300);
  private static final int FIRST_MAXIMUM = 7;
  private static final int IMAGE_EVERY = 4;
  private static final long NANOS_IN_MICRO = 1000;

  private record Taken(boolean isImage, double millis, double patchMillis) {}

  static ChangeLatency measure(Stage stage, BenchOptions options) {
    Progress.heading("4. %d changes, one after the other".formatted(options.changes()));
    var taken = new ArrayList<Taken>();
    var lost = 0;
    for (var number = 0; number < options.changes(); number++) {
      try {
        taken.add(take(stage, change(stage.fleet(), number, options.changes())));
      } catch (TimeoutException never) {
        lost++;
      }
      if (number % 10 == 9) {
        Progress.line("%d changes made; the last took %.0f ms", number + 1, last(taken));
      }
    }
    var result =
        new ChangeLatency(
            quantiles(taken, Taken::millis),
            quantiles(taken.stream().filter(Taken::isImage).toList(), Taken::millis),
            quantiles(taken.stream().filter(it -> !it.isImage()).toList(), Taken::millis),
            quantiles(taken, Taken::patchMillis),
            lost);
    Progress.line(
        "all %s; images %s; maxima %s; patch alone %s; %d lost",
        result.all, result.images, result.maxima, result.patching, lost);
    return result;
  }

  private static double last(List<Taken> taken) {
    return taken.isEmpty() ? Double.NaN : taken.getLast().millis();
  }

  private static Quantiles quantiles(List<Taken> taken, Function<Taken, Double> value) {
    return Quantiles.of(taken.stream().map(value).toList());
  }

  /** Spread over the fleet; few images, because each replaces pods, which takes ten seconds. */
  private static Change change(Fleet fleet, int number, int changes) {
    var step = Math.max(1, fleet.size() / changes);
    var member = fleet.members().get(number * step % fleet.size());
    return number % IMAGE_EVERY == 0
        ? new Change.Image(member, "registry.example.com/shop/frontend:1.1." + number)
        : new Change.Maximum(member, FIRST_MAXIMUM + number);
  }

  private static Taken take(Stage stage, Change change) throws TimeoutException {
    var watcher = new ChangeWatcher(change);
    try (var watch = change.watch(stage.sandbox().admin(), watcher)) {
      watcher.seen.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      var sent = System.nanoTime();
      var generation = change.make();
      var answered = System.nanoTime();
      var followed = watcher.followed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      // The next change is to find the operator and the cluster at rest.
      new Stopwatch().await(SETTLING, () -> stage.watch().isReady(change.member(), generation));
      new Stopwatch().await(PAUSE, () -> false);
      return new Taken(
          change instanceof Change.Image, millis(followed - sent), millis(answered - sent));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } catch (ExecutionException closed) {
      throw new IllegalStateException("A watch ended.", closed.getCause());
    }
  }

  private static double millis(long nanos) {
    return nanos / NANOS_IN_MICRO / 1000.0;
  }
}
