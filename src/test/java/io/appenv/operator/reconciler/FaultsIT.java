package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.Disturbance;
import io.appenv.operator.testing.FaultScope;
import io.appenv.operator.testing.FaultSeries;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A whole create, change and delete under each kind of fault. Each phase must end as the
 * undisturbed one did, with nothing made twice and nothing left behind.
 */
@WithOperator
class FaultsIT {

  @BeforeAll
  static void quickOperator(RunningOperator operator) {
    operator.restart(CrashIT.QUICK);
  }

  @AfterAll
  static void usualOperator(RunningOperator operator) {
    operator.stop();
  }

  @Test
  void everyDisturbedLifeGoesAsTheUndisturbedOne(Sandbox sandbox) throws InterruptedException {
    try (var aws = new AwsView(sandbox)) {
      var series = new FaultSeries(sandbox, aws, disturbances());
      series.run();
      series.report().forEach(System.out::println);
      assertThat(series.differences()).isEmpty();
      assertThat(series.missed()).as("faults that struck nothing").isEmpty();
    }
  }

  /** {@code make faults} has them all. */
  private static Set<Disturbance> disturbances() {
    return FaultScope.isWhole() ? EnumSet.allOf(Disturbance.class) : Disturbance.ofEveryRun();
  }
}
