package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.testing.EnvironmentUnderTest;
import org.junit.jupiter.api.Test;

/** A paused environment is looked at and left alone, and does not claim to be what it is not. */
@WithOperator
class PauseIT {

  private static final String NEXT_IMAGE =
      """
      - {op: replace, path: /spec/tiers/0/image, value: "registry.example.com/shop/frontend:1.0.1"}
      """;

  @Test
  void nothingIsChangedAndReadyDoesNotLie(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    environment.awaitReady();
    environment.patchSpec("operations: {paused: true}");
    environment.awaitReady();
    environment.patchJson(NEXT_IMAGE);
    environment.awaitReason("Ready", "Paused");
    assertThat(image(environment)).endsWith("frontend:1.0.0");

    environment.delete();
    environment.await(
        "the deletion to say that it is paused",
        it -> String.valueOf(it.getStatus()).contains("nothing is deleted; write false"));
    assertThat(environment.find()).isPresent();
    environment.patchSpec("operations: {paused: false}");
    environment.awaitGone();
  }

  @Test
  void goingOnAppliesWhatWasWrittenMeanwhile(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "development");
    environment.awaitReady();
    environment.patchSpec("operations: {paused: true}");
    environment.patchJson(NEXT_IMAGE);
    environment.awaitReason("Ready", "Paused");
    environment.patchSpec("operations: {paused: false}");
    environment.awaitReady();
    assertThat(image(environment)).endsWith("frontend:1.0.1");
    environment.delete();
    environment.awaitGone();
  }

  private static String image(EnvironmentUnderTest environment) {
    return environment
        .client()
        .apps()
        .deployments()
        .inNamespace(environment.namespace())
        .withName(environment.name() + "-frontend")
        .require()
        .getSpec()
        .getTemplate()
        .getSpec()
        .getContainers()
        .getFirst()
        .getImage();
  }
}
