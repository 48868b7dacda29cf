package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.CrashRound;
import io.appenv.operator.testing.CrashSeries;
import io.appenv.operator.testing.Ground;
import java.util.List;
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
  static final List<String> QUICK =
      List.of(
          "-Dappenv.sweep.busy-interval=150ms",
          "-Dappenv.sweep.busy-interval-max=300ms",
          "-Dappenv.sweep.idle-interval=500ms");

  @AfterAll
  static void usualOperator(RunningOperator operator) {
    operator.stop();
  }

  @Test
  void everyKillPointEndsAsTheUndisturbedRun(Sandbox sandbox, RunningOperator operator)
      throws InterruptedException {
    operator.restart(QUICK);
    try (var aws = new AwsView(sandbox)) {
      var ground = new Ground(sandbox, operator, QUICK, aws);
      var series = new CrashSeries(ground, CrashRound.undisturbed(ground));
      series.run();
      series.report().forEach(System.out::println);
      assertThat(series.differences()).isEmpty();
      assertThat(series.missed()).as("writes at which the operator was never killed").isEmpty();
    }
  }
}
