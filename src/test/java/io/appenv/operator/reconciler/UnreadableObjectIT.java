package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.OlderRules;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An object that cannot even be read as an environment harms neither others nor its own data. */
@WithOperator
class UnreadableObjectIT {

  /** One that has the finalizer of an earlier life comes to a pass, another never does. */
  private static final List<String> FORMS =
      List.of(
          "spec: {stage: Testing}",
          "spec: {cache: {nodes: several}}",
          "spec: {tiers: none}",
          "spec: everything",
          "spec: {tiers: none}\nmetadata: {finalizers: [appenv.io/finalizer]}",
          "spec: everything\nmetadata: {finalizers: [appenv.io/finalizer]}");

  @BeforeEach
  void start(RunningOperator operator) {
    operator.ensureRunning();
  }

  @AfterAll
  static void stop(RunningOperator operator) {
    operator.stop();
  }

  @Test
  void othersAreServed(Sandbox sandbox, RunningOperator operator) {
    var rules = new OlderRules(sandbox.admin());
    // Were it running, it could add its finalizer before today's rules are back.
    operator.stop();
    var unreadable = FORMS.stream().map(form -> stored(form, rules, sandbox)).toList();
    operator.ensureRunning();
    unreadable.forEach(UnreadableObjectIT::awaitTold);
    serveAnother(sandbox);
    operator.stop();
    operator.ensureRunning();
    serveAnother(sandbox);
    for (var environment : unreadable) {
      rules.change(environment, "metadata: {finalizers: null}");
      rules.generic(environment).delete();
    }
  }

  private static EnvironmentUnderTest stored(String form, OlderRules rules, Sandbox sandbox) {
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "development");
    rules.store(environment, form);
    return environment;
  }

  private static void awaitTold(EnvironmentUnderTest environment) {
    Awaitility.await("InvalidSpec as an event of " + environment)
        .atMost(EnvironmentUnderTest.PATIENCE)
        .until(() -> environment.events().stream().anyMatch(it -> it.contains("InvalidSpec")));
  }

  private static void serveAnother(Sandbox sandbox) {
    var other = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "development");
    other.awaitReady();
    other.patchSpec("operations: {confirmDeletion: development}");
    other.delete();
    other.awaitGone();
  }

  @Test
  void whatItHadIsKeptUntilItIsCorrected(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "development");
    environment.awaitReady();
    environment.patchSpec("operations: {confirmDeletion: development}");
    new OlderRules(sandbox.admin()).change(environment, "spec: {cache: {nodes: several}}");

    var told = environment.awaitReason("Ready", "InvalidSpec");
    assertThat(told.getMessage()).contains("spec.cache.nodes", "kubectl explain");
    environment.delete();
    serveAnother(sandbox);
    assertThat(sandbox.admin().apps().statefulSets().inNamespace(environment.namespace()).list())
        .satisfies(found -> assertThat(found.getItems()).hasSize(2));

    environment.patchSpec("cache: {nodes: 1}");
    environment.awaitGone();
  }
}
