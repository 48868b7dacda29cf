package io.appenv.operator.testing;

import io.appenv.operator.sandbox.ShiftedClock;
import io.appenv.operator.sandbox.wire.Faults;

/** The operator's machine has a clock that is wrong; AWS refuses what is signed at such a time. */
final class WrongClock implements Faults.Rule {

  static final long HOUR = 3600;

  private final Ground ground;

  private WrongClock(Ground ground) {
    this.ground = ground;
  }

  static Faults.Rule begin(Ground ground, long seconds) {
    ground
        .operator()
        .restart(ground.settingsAnd(ShiftedClock.option(ground.sandbox().directory(), seconds)));
    return new WrongClock(ground);
  }

  @Override
  public int applied() {
    return 1;
  }

  @Override
  public void close() {
    ground.operator().restart(ground.settings());
  }
}
