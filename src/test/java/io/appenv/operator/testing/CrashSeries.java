package io.appenv.operator.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * All rounds of a crash test. Several environments go through their rounds side by side under one
 * operator, so each also suffers, at moments of its own, the deaths meant for its neighbours. What
 * no round reached is tried once more, alone, if every run has it.
 */
public final class CrashSeries {

  private static final int SIDE_BY_SIDE = 6;

  private final Ground ground;
  private final JointCrash crash;
  private final CrashRound.Outcome undisturbed;
  private final Set<String> reached = Collections.synchronizedSet(new HashSet<>());
  private final List<String> differences = Collections.synchronizedList(new ArrayList<>());
  private final Instant start = Instant.now();

  public CrashSeries(Ground ground, CrashRound.Outcome undisturbed) {
    this.ground = ground;
    this.crash = new JointCrash(ground);
    this.undisturbed = undisturbed;
  }

  public void run() throws InterruptedException {
    rounds(SIDE_BY_SIDE, _ -> true);
    rounds(1, KillPoint::isCertain);
  }

  private void rounds(int lanes, Predicate<KillPoint> which) throws InterruptedException {
    var rounds = plan(which);
    System.err.printf("crash test: %d rounds, %d side by side%n", rounds.size(), lanes);
    try (var threads = Executors.newFixedThreadPool(lanes)) {
      rounds.forEach(kills -> threads.execute(() -> round(kills)));
      threads.shutdown();
      if (!threads.awaitTermination(1, TimeUnit.HOURS)) {
        throw new IllegalStateException("The rounds do not end.");
      }
    }
  }

  /** One kill in each phase, for as many rounds as the longest phase has points not reached yet. */
  private List<Map<Phase, KillPoint>> plan(Predicate<KillPoint> which) {
    var rounds = new ArrayList<Map<Phase, KillPoint>>();
    for (var phase : Phase.values()) {
      var points =
          undisturbed.points(phase).stream()
              .filter(which)
              .filter(point -> !reached.contains(key(phase, point)))
              .toList();
      for (var index = 0; index < points.size(); index++) {
        if (index == rounds.size()) {
          rounds.add(new EnumMap<>(Phase.class));
        }
        rounds.get(index).put(phase, points.get(index));
      }
    }
    return rounds;
  }

  private void round(Map<Phase, KillPoint> kills) {
    try {
      var outcome = CrashRound.killed(ground, crash, kills);
      for (var phase : outcome.reached()) {
        reached.add(key(phase, Objects.requireNonNull(kills.get(phase))));
      }
      System.err.printf("crash test: killed at %d points so far%n", reached.size());
      for (var phase : Phase.values()) {
        outcome
            .state(phase)
            .differencesFrom(undisturbed.state(phase))
            .forEach(it -> differences.add("%s after %s: %s".formatted(phase, kills, it)));
      }
    } catch (AssertionError | RuntimeException failed) {
      differences.add("%s: %s".formatted(kills, failed));
    }
  }

  private static String key(Phase phase, KillPoint point) {
    return phase + " " + point;
  }

  /** Where an environment ended otherwise than the undisturbed one. */
  public List<String> differences() {
    return List.copyOf(differences);
  }

  /** Points that every run has and that were not reached. */
  public List<String> missed() {
    var missed = new ArrayList<String>();
    for (var phase : Phase.values()) {
      undisturbed.points(phase).stream()
          .filter(KillPoint::isCertain)
          .map(point -> key(phase, point))
          .filter(point -> !reached.contains(point))
          .forEach(missed::add);
    }
    return missed;
  }

  /** For people: how many points there were and at how many the operator was killed. */
  public List<String> report() {
    var lines = new ArrayList<String>();
    for (var phase : Phase.values()) {
      var points = undisturbed.points(phase);
      var hit = points.stream().filter(point -> reached.contains(key(phase, point))).count();
      lines.add(
          "crash test, %s: %d kill points, killed at %d of them"
              .formatted(phase, points.size(), hit));
    }
    lines.add("crash test: %d s".formatted(Duration.between(start, Instant.now()).toSeconds()));
    return lines;
  }
}
