package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.CrashRound;
import io.appenv.operator.testing.KillPoint;
import io.appenv.operator.testing.Phase;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * The operator is killed before and after each single request of a whole create, change and delete,
 * and started again. Each phase must end as the undisturbed one did, with nothing made twice and
 * nothing left behind.
 */
@WithOperator
class CrashIT {

  /** Everything else as in production: only the pauses between two looks at AWS are shorter. */
  private static final List<String> QUICK =
      List.of("-Dappenv.sweep.busy-interval=150ms", "-Dappenv.sweep.busy-interval-max=300ms");

  @AfterAll
  static void usualOperator(RunningOperator operator) {
    operator.stop();
  }

  @Test
  void everyKillPointEndsAsTheUndisturbedRun(Sandbox sandbox, RunningOperator operator) {
    operator.restart(QUICK);
    try (var aws = new AwsView(sandbox)) {
      var undisturbed = CrashRound.undisturbed(sandbox, operator, QUICK, aws);
      var rounds = undisturbed.points().values().stream().mapToInt(List::size).max().orElseThrow();
      var tried = new EnumMap<Phase, Integer>(Phase.class);
      for (var round = 0; round < rounds; round++) {
        var kills = kills(undisturbed.points(), round);
        var ended = CrashRound.killed(sandbox, operator, QUICK, aws, kills);
        ended.reached().forEach(phase -> tried.merge(phase, 1, Integer::sum));
        for (var phase : Phase.values()) {
          assertThat(ended.state(phase))
              .as("%s, the operator having been killed %s", phase, kills)
              .isEqualTo(undisturbed.state(phase));
        }
      }
      report(undisturbed, tried);
    }
  }

  private static Map<Phase, KillPoint> kills(Map<Phase, List<KillPoint>> points, int round) {
    return points.entrySet().stream()
        .filter(entry -> round < entry.getValue().size())
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().get(round)));
  }

  private static void report(CrashRound.Outcome undisturbed, Map<Phase, Integer> tried) {
    for (var phase : Phase.values()) {
      System.out.printf(
          "crash test: %s had %d kill points, the operator was killed at %d of them%n",
          phase, undisturbed.points(phase).size(), tried.getOrDefault(phase, 0));
    }
  }
}
