package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.testing.Edits;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.SharedEnvironment;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody else changes or deletes objects of an environment, and the operator puts them right. */
@WithOperator
class ClusterDriftIT {

  /** A tier of one pod has no disruption budget. */
  private static final String TWO_PODS =
      "- {op: replace, path: /spec/tiers/0/scaling, value: {min: 2, max: 4, cpuPercent: 70}}";

  private static SharedEnvironment shared;
  private EnvironmentUnderTest environment;

  @BeforeAll
  static void prepare(Sandbox sandbox) {
    shared = new SharedEnvironment(() -> make(sandbox));
  }

  private static EnvironmentUnderTest make(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "development");
    environment.patchJson(TWO_PODS);
    return environment;
  }

  @AfterAll
  static void delete() {
    shared.deleteAll();
  }

  @BeforeEach
  void take() {
    environment = shared.take();
    environment.awaitReady();
  }

  @ParameterizedTest
  @EnumSource
  void anObjectIsPutRight(ObjectDrift drift, Sandbox sandbox) {
    var declared = drift.value(environment);
    assertThat(declared).isNotEqualTo("absent");
    var mark = sandbox.wires().recording().mark();
    drift.make(environment);
    environment.await(
        drift + " to be put right",
        it ->
            drift.value(environment).equals(declared)
                && !sandbox.wires().recording().writesSince(mark).isEmpty());
    environment.awaitReady();
    shared.giveBack();
  }

  @Test
  void whatOthersAddStaysAndReplicasBelongToTheAutoscaler(Sandbox sandbox) {
    Edits.edit(ObjectDrift.deployment(environment), ClusterDriftIT::withAdditions);
    var mark = sandbox.wires().recording().mark();
    ObjectDrift.IMAGE.make(environment);
    environment.await(
        "the image", it -> ObjectDrift.IMAGE.value(environment).endsWith("frontend:1.0.0"));
    environment.awaitReady();

    var after = ObjectDrift.deployment(environment).require();
    assertThat(after.getMetadata().getLabels()).containsEntry("team", "x");
    assertThat(after.getMetadata().getAnnotations()).containsEntry("example.com/note", "x");
    assertThat(after.getSpec().getReplicas()).isGreaterThanOrEqualTo(3);
    assertThat(sandbox.wires().recording().writesSince(mark))
        .filteredOn(entry -> entry.call().operation().equals("patch deployments"))
        .hasSize(1);
    shared.giveBack();
  }

  private static Deployment withAdditions(Deployment deployment) {
    return new DeploymentBuilder(deployment)
        .editMetadata()
        .addToLabels("team", "x")
        .addToAnnotations("example.com/note", "x")
        .endMetadata()
        .editSpec()
        .withReplicas(3)
        .endSpec()
        .build();
  }
}
