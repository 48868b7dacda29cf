package io.appenv.operator.reconciler;

import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.OlderRules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An object that cannot even be read as an environment keeps no other from being served. */
@WithOperator
class UnreadableObjectIT {

  @BeforeEach
  void start(RunningOperator operator) {
    operator.ensureRunning();
  }

  /** What one object did to the operator is not to be seen by the next test. */
  @AfterEach
  void stop(RunningOperator operator) {
    operator.stop();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spec: {stage: Testing}",
        "spec: {cache: {nodes: several}}",
        "spec: {tiers: none}"
      })
  void othersAreServed(String change, Sandbox sandbox, RunningOperator operator) {
    var rules = new OlderRules(sandbox.admin());
    var unreadable = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "development");
    rules.store(unreadable, change);
    try {
      serveAnother(sandbox);
      operator.stop();
      operator.ensureRunning();
      serveAnother(sandbox);
    } finally {
      rules.generic(unreadable).delete();
    }
  }

  private static void serveAnother(Sandbox sandbox) {
    var other = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "development");
    other.awaitReady();
    other.patchSpec("operations: {confirmDeletion: development}");
    other.delete();
    other.awaitGone();
  }
}
