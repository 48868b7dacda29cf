package io.appenv.operator.testing;

import io.appenv.operator.sandbox.wire.Faults;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * In the middle of a phase etcd takes no writes any more, as when its space is used up. Everybody's
 * writes are refused, those of the cluster's own controllers too.
 */
final class ReadOnlyEtcd {

  private static final Duration TIME = Duration.ofSeconds(FaultScope.isWhole() ? 30 : 5);

  private ReadOnlyEtcd() {}

  static Faults.Rule begin(Ground ground, Phase phase, EnvironmentUnderTest environment) {
    return Onset.atFirstChange(ground, environment, () -> refuseWrites(ground));
  }

  private static void refuseWrites(Ground ground) {
    var controlPlane = ground.sandbox().controlPlane();
    controlPlane.useUpSpace(true);
    try {
      LockSupport.parkNanos(TIME.toNanos());
    } finally {
      controlPlane.useUpSpace(false);
    }
  }
}
