package io.appenv.operator.testing;

import io.appenv.operator.sandbox.wire.Faults;

/** An earlier version of the operator begins a phase, dies, and today's goes on. */
final class Upgrade {

  private Upgrade() {}

  static Faults.Rule begin(Ground ground, Phase phase, EnvironmentUnderTest environment) {
    var former = FormerVersion.built(ground.sandbox().repository());
    ground.operator().restartFrom(former, ground.settings());
    var onset =
        Onset.atFirstChange(ground, environment, () -> ground.operator().crash(ground.settings()));
    return new Faults.Rule() {
      @Override
      public int applied() {
        return onset.applied();
      }

      @Override
      public void close() {
        onset.close();
        ground.operator().restart(ground.settings());
      }
    };
  }
}
