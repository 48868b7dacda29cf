package io.appenv.operator.testing;

import io.appenv.operator.sandbox.wire.Call;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * One life under each trouble, which begins anew in every phase and ends before the environment has
 * to come to rest. Several go on side by side under one operator, so each is also struck by what
 * strikes the reads they share. What goes on striking all would make all of them slow, and comes
 * alone.
 */
public final class FaultSeries {

  private static final int SIDE_BY_SIDE = 9;
  private static final int SPANS = 5;
  private static final int SWEEPS = 3;

  private final Ground ground;
  private final Map<Trouble, AtomicInteger> struck = new LinkedHashMap<>();
  private final List<String> differences = Collections.synchronizedList(new ArrayList<>());

  public FaultSeries(Ground ground, Collection<? extends Trouble> troubles) {
    this.ground = ground;
    troubles.forEach(it -> struck.put(it, new AtomicInteger()));
  }

  public void run() throws InterruptedException {
    var undisturbed = Life.lead(ground, (_, _, steps) -> steps.run());
    try (var lanes = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
      troubles(false).forEach(trouble -> lanes.execute(() -> live(trouble, undisturbed)));
      lanes.shutdown();
      if (!lanes.awaitTermination(1, TimeUnit.HOURS)) {
        throw new IllegalStateException("The lives do not end.");
      }
    }
    troubles(true)
        .forEach(
            trouble -> {
              // The one before may have left another operator, or none.
              ground.operator().restart(ground.settings());
              live(trouble, undisturbed);
            });
  }

  private Stream<Trouble> troubles(boolean strikingAll) {
    return struck.keySet().stream().filter(it -> it.strikesAll() == strikingAll);
  }

  private void live(Trouble trouble, Map<Phase, EndState> undisturbed) {
    try {
      var states =
          Life.lead(
              ground,
              (phase, environment, steps) -> {
                var rule = trouble.begin(ground, phase, environment);
                try (rule) {
                  steps.run();
                }
                count(trouble).addAndGet(rule.applied());
                if (phase != Phase.DELETE) {
                  awaitRest(environment);
                }
              });
      undisturbed.forEach(
          (phase, state) ->
              Objects.requireNonNull(states.get(phase)).differencesFrom(state).stream()
                  .map(it -> "%s after %s: %s".formatted(phase, trouble, it))
                  .forEach(differences::add));
    } catch (AssertionError | RuntimeException failed) {
      differences.add("%s: %s".formatted(trouble, failed));
    }
  }

  /** Some sweeps without a write. */
  private void awaitRest(EnvironmentUnderTest environment) {
    var recording = ground.sandbox().wires().recording();
    for (var span = 1; span <= SPANS; span++) {
      var mark = recording.mark();
      Awaitility.await("some sweeps")
          .atMost(EnvironmentUnderTest.PATIENCE)
          .until(() -> recording.since(mark, FaultSeries::isSweep).size() >= SWEEPS);
      if (recording.writesSince(mark).stream().noneMatch(it -> isAbout(it.call(), environment))) {
        return;
      }
    }
    throw new AssertionError(environment + " is written to again and again");
  }

  private static boolean isSweep(Call call) {
    return call.operation().equals("DescribeDBInstances");
  }

  private static boolean isAbout(Call call, EnvironmentUnderTest environment) {
    return call.target().contains(environment.namespace());
  }

  private AtomicInteger count(Trouble trouble) {
    return Objects.requireNonNull(struck.get(trouble));
  }

  /** Where an environment ended otherwise than the undisturbed one. */
  public List<String> differences() {
    return List.copyOf(differences);
  }

  /** Troubles that struck nothing, and so are no test. */
  public List<Trouble> missed() {
    return struck.entrySet().stream()
        .filter(it -> it.getValue().get() == 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** For people: how many requests each of them struck. */
  public List<String> report() {
    var lines = new ArrayList<String>();
    lines.add("faults: %d kinds, each through a whole life".formatted(struck.size()));
    struck.forEach(
        (trouble, count) ->
            lines.add(
                "faults, %s: struck %d times"
                    .formatted(trouble.name().toLowerCase(Locale.ROOT), count.get())));
    return lines;
  }
}
