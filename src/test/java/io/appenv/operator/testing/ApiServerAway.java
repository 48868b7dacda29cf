package io.appenv.operator.testing;

import io.appenv.operator.sandbox.wire.Fault;
import io.appenv.operator.sandbox.wire.Faults;
import io.appenv.operator.sandbox.wire.Wire;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** In the middle of a phase no request reaches the API server any more, and all watches end. */
final class ApiServerAway {

  private static final Duration TIME = Duration.ofSeconds(FaultScope.isWhole() ? 60 : 10);

  private ApiServerAway() {}

  static Faults.Rule begin(Ground ground, Phase phase, EnvironmentUnderTest environment) {
    return Onset.atFirstChange(ground, environment, () -> goAway(ground));
  }

  private static void goAway(Ground ground) {
    try (var _ =
        ground.faults().always(call -> call.wire() == Wire.KUBERNETES, new Fault.LoseRequest())) {
      ground.watches().breakOff();
      LockSupport.parkNanos(TIME.toNanos());
    }
  }
}
