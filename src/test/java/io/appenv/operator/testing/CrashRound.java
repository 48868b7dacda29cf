package io.appenv.operator.testing;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** One environment from its creation to its end, with the operator killed once in each phase. */
public final class CrashRound {

  /**
   * How a round went.
   *
   * @param states what there was at the end of each phase
   * @param points where a phase could be disturbed, told by the undisturbed round
   * @param reached phases in which the operator really was killed
   */
  public record Outcome(
      Map<Phase, EndState> states, Map<Phase, List<KillPoint>> points, Set<Phase> reached) {

    public EndState state(Phase phase) {
      return Objects.requireNonNull(states.get(phase));
    }

    public List<KillPoint> points(Phase phase) {
      return points.getOrDefault(phase, List.of());
    }

    /** The same, to be disturbed at these points only. */
    public Outcome at(Predicate<KillPoint> which) {
      var chosen = new EnumMap<Phase, List<KillPoint>>(Phase.class);
      points.forEach((phase, all) -> chosen.put(phase, all.stream().filter(which).toList()));
      return new Outcome(states, chosen, reached);
    }
  }

  private final Ground ground;
  private final JointCrash crash;
  private final Map<Phase, KillPoint> kills;
  private final Outcome outcome =
      new Outcome(
          new EnumMap<>(Phase.class), new EnumMap<>(Phase.class), EnumSet.noneOf(Phase.class));

  private CrashRound(Ground ground, JointCrash crash, Map<Phase, KillPoint> kills) {
    this.ground = ground;
    this.crash = crash;
    this.kills = kills;
  }

  public static Outcome undisturbed(Ground ground) {
    return killed(ground, new JointCrash(ground), Map.of());
  }

  static Outcome killed(Ground ground, JointCrash crash, Map<Phase, KillPoint> kills) {
    return new CrashRound(ground, crash, kills).run();
  }

  private Outcome run() {
    outcome.states().putAll(Life.lead(ground, this::phase));
    return outcome;
  }

  private void phase(Phase phase, EnvironmentUnderTest environment, Runnable action) {
    var mark = ground.sandbox().wires().recording().mark();
    var kill = kills.get(phase);
    if (kill == null) {
      action.run();
      var entries = ground.sandbox().wires().recording().since(mark);
      outcome.points().put(phase, KillPoint.of(entries, environment));
      return;
    }
    var back = new CountDownLatch(1);
    var fault = kill.fault(() -> die(kill, environment, back));
    crash.expect(environment);
    try (var rule = ground.sandbox().wires().faults().once(kill.matcher(environment), fault)) {
      action.run();
      if (rule.applied() > 0) {
        // A phase can be over before its last request was answered: a removed finalizer is one.
        awaitBack(back);
        outcome.reached().add(phase);
      }
    } finally {
      crash.withdraw(environment);
    }
  }

  private void die(KillPoint kill, EnvironmentUnderTest environment, CountDownLatch back) {
    if (kill.isWrite()) {
      crash.dieTogether(environment);
    } else {
      crash.dieAtOnce(environment);
    }
    back.countDown();
  }

  private static void awaitBack(CountDownLatch back) {
    Awaitility.await("the operator to be started again")
        .atMost(EnvironmentUnderTest.PATIENCE)
        .until(() -> back.getCount() == 0);
  }
}
