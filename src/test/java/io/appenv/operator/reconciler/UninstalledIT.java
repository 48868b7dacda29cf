package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.sandbox.Definitions;
import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Wire;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.Edits;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.Settling;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Whoever takes the operator away, or its definition, keeps workloads and data. */
@WithOperator
class UninstalledIT {

  private static final String DEFINITION = "appenvironments.appenv.io";

  @AfterAll
  static void installAgain(Sandbox sandbox, RunningOperator operator) {
    operator.stop();
    removeDefinition(sandbox);
    Definitions.install(sandbox);
  }

  @Test
  void whenTheDefinitionIsDeletedNothingElseIs(Sandbox sandbox, RunningOperator operator) {
    operator.restart(CrashIT.QUICK);
    var kept = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    var confirmed = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    Settling.await(kept);
    Settling.await(confirmed);
    var mark = sandbox.wires().recording().mark();

    sandbox.admin().apiextensions().v1().customResourceDefinitions().withName(DEFINITION).delete();
    var told = kept.awaitReason("Stalled", "DefinitionDeleted");
    confirmed.awaitReason("Stalled", "DefinitionDeleted");
    assertThat(told.getMessage()).contains("confirmDeletion", "finalizer");
    assertThat(sandbox.wires().recording().writesSince(mark))
        .noneMatch(it -> it.call().wire() == Wire.AWS)
        .noneMatch(it -> it.call().operation().startsWith("delete "));

    try (var aws = new AwsView(sandbox)) {
      confirmed.patchSpec("operations: {confirmDeletion: production}");
      confirmed.awaitGone();
      assertThat(aws.databaseSnapshots(confirmed.awsPrefix())).hasSize(1);

      operator.stop();
      removeDefinition(sandbox);
      var database = aws.instance(kept.awsPrefix()).orElseThrow();
      assertThat(database.dbInstanceStatus()).isEqualTo("available");
      assertThat(database.deletionProtection()).isTrue();
      assertThat(aws.group(kept.awsPrefix())).isPresent();
      assertThat(aws.databaseSnapshots(kept.awsPrefix())).isEmpty();
    }
  }

  /** The API server ends the deletion of a definition when the last of its objects is gone. */
  private static void removeDefinition(Sandbox sandbox) {
    var admin = sandbox.admin();
    var definition = admin.apiextensions().v1().customResourceDefinitions().withName(DEFINITION);
    if (definition.get() == null || !definition.require().isMarkedForDeletion()) {
      return;
    }
    for (var left : admin.resources(AppEnvironment.class).inAnyNamespace().list().getItems()) {
      Edits.editIfStillThere(
          admin.resource(left),
          it -> {
            it.getMetadata().getFinalizers().clear();
            return it;
          });
    }
    Awaitility.await("the end of the definition")
        .atMost(EnvironmentUnderTest.PATIENCE)
        .until(() -> definition.get() == null);
  }
}
