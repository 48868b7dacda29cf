package io.appenv.operator.testing;

import io.appenv.operator.sandbox.OperatorProcess;
import io.appenv.operator.sandbox.wire.Faults;

/** Two operators that do not know of one another, as without leader election. */
final class SecondOperator implements Faults.Rule {

  private final OperatorProcess second;

  private SecondOperator(OperatorProcess second) {
    this.second = second;
  }

  static Faults.Rule begin(Ground ground, Phase phase, EnvironmentUnderTest environment) {
    var second = OperatorProcess.launchBeside(ground.sandbox(), ground.settings());
    second.awaitReady();
    return new SecondOperator(second);
  }

  @Override
  public int applied() {
    return 1;
  }

  @Override
  public void close() {
    second.close();
  }
}
