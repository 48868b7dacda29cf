package io.appenv.operator.testing;

import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.wire.Call;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * One life under each disturbance, which begins anew in every phase and ends before the environment
 * has to come to rest. Several go on side by side under one operator, so each is also struck by
 * what strikes the reads they share. What goes on striking all would make all of them slow, and
 * comes alone.
 */
public final class FaultSeries {

  private static final int SIDE_BY_SIDE = 7;
  private static final int SPANS = 5;
  private static final int SWEEPS = 3;

  private final Sandbox sandbox;
  private final AwsView aws;
  private final Map<Disturbance, AtomicInteger> struck = new EnumMap<>(Disturbance.class);
  private final List<String> differences = Collections.synchronizedList(new ArrayList<>());

  public FaultSeries(Sandbox sandbox, AwsView aws, Set<Disturbance> disturbances) {
    this.sandbox = sandbox;
    this.aws = aws;
    disturbances.forEach(it -> struck.put(it, new AtomicInteger()));
  }

  public void run() throws InterruptedException {
    var undisturbed = Life.lead(sandbox, aws, (_, _, steps) -> steps.run());
    try (var lanes = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
      disturbances(false)
          .forEach(disturbance -> lanes.execute(() -> live(disturbance, undisturbed)));
      lanes.shutdown();
      if (!lanes.awaitTermination(1, TimeUnit.HOURS)) {
        throw new IllegalStateException("The lives do not end.");
      }
    }
    disturbances(true).forEach(disturbance -> live(disturbance, undisturbed));
  }

  private Stream<Disturbance> disturbances(boolean strikingAll) {
    return struck.keySet().stream().filter(it -> it.strikesAll() == strikingAll);
  }

  private void live(Disturbance disturbance, Map<Phase, EndState> undisturbed) {
    try {
      var states =
          Life.lead(
              sandbox,
              aws,
              (phase, environment, steps) -> {
                try (var rule = disturbance.begin(sandbox.wires().faults(), environment)) {
                  steps.run();
                  count(disturbance).addAndGet(rule.applied());
                }
                if (phase != Phase.DELETE) {
                  awaitRest(environment);
                }
              });
      undisturbed.forEach(
          (phase, state) ->
              Objects.requireNonNull(states.get(phase)).differencesFrom(state).stream()
                  .map(it -> "%s after %s: %s".formatted(phase, disturbance, it))
                  .forEach(differences::add));
    } catch (AssertionError | RuntimeException failed) {
      differences.add("%s: %s".formatted(disturbance, failed));
    }
  }

  /** Some sweeps without a write. */
  private void awaitRest(EnvironmentUnderTest environment) {
    var recording = sandbox.wires().recording();
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

  private AtomicInteger count(Disturbance disturbance) {
    return Objects.requireNonNull(struck.get(disturbance));
  }

  /** Where an environment ended otherwise than the undisturbed one. */
  public List<String> differences() {
    return List.copyOf(differences);
  }

  /** Disturbances that struck nothing, and so are no test. */
  public List<Disturbance> missed() {
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
        (disturbance, count) ->
            lines.add(
                "faults, %s: %d requests"
                    .formatted(disturbance.name().toLowerCase(Locale.ROOT), count.get())));
    return lines;
  }
}
