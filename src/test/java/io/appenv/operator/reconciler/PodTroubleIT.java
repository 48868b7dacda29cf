package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.testing.Edits;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.SharedEnvironment;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pods that do not run, in their own words. */
@WithOperator
class PodTroubleIT {

  private static SharedEnvironment shared;
  private EnvironmentUnderTest environment;

  @BeforeAll
  static void apply(Sandbox sandbox) {
    shared =
        new SharedEnvironment(() -> EnvironmentUnderTest.ofOverlay(sandbox.admin(), "development"));
  }

  @BeforeEach
  void take() {
    environment = shared.take();
    environment.awaitReady();
  }

  @AfterAll
  static void delete() {
    shared.deleteAll();
  }

  @ParameterizedTest
  @CsvSource({
    "ImagePullBackOff, ImagePullFailed, cannot pull image",
    "ErrImagePull, ImagePullFailed, cannot pull image",
    "InvalidImageName, ImagePullFailed, correct the tier's image",
    "CrashLoopBackOff, ContainerFailed, kubectl logs",
    "CreateContainerConfigError, ContainerFailed, cannot start"
  })
  void aContainerThatWaits(String why, String reason, String remedy, Sandbox sandbox) {
    var other = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "development");
    fail(pod(), why);
    var told = environment.awaitReason("WorkloadsReady", reason);
    assertThat(told.getStatus()).isEqualTo("False");
    assertThat(told.getMessage()).contains("Tier frontend").contains(remedy);
    assertThat(environment.condition("Ready").orElseThrow().getReason()).isEqualTo(reason);
    other.apply("{}");
    other.awaitReady();
    assertThat(environment.isReady()).isFalse();
    other.delete();

    environment.client().resource(pod()).delete();
    environment.awaitReady();
    other.awaitGone();
    shared.giveBack();
  }

  @Test
  void aPodThatNoNodeTakes() {
    setUnschedulable(true);
    environment.patchJson(
        "- {op: add, path: /spec/tiers/0/resources, value: {cpu: 260m, memory: 512Mi}}");
    try {
      var told = environment.awaitReason("WorkloadsReady", "Unschedulable");
      assertThat(told.getMessage()).contains("No node takes pod");
    } finally {
      setUnschedulable(false);
    }
    environment.awaitReady();
    shared.giveBack();
  }

  @Test
  void podsThatAQuotaForbids(Sandbox sandbox) {
    var poor = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "development");
    var quota =
        new ResourceQuotaBuilder()
            .withNewMetadata()
            .withName("none")
            .withNamespace(poor.namespace())
            .endMetadata()
            .withNewSpec()
            .addToHard("pods", new Quantity("0"))
            .endSpec()
            .build();
    poor.client().resource(quota).create();
    poor.apply("{}");
    poor.await(
        "the quota to be told of",
        it ->
            poor.condition("WorkloadsReady")
                .filter(told -> told.getReason().equals("WorkloadRejected"))
                .filter(told -> told.getMessage().contains("quota"))
                .isPresent());
    poor.client().resource(quota).delete();
    poor.awaitReady();
    poor.delete();
    poor.awaitGone();
    shared.giveBack();
  }

  /** Cordoned nodes take no pods. */
  private void setUnschedulable(boolean cordoned) {
    for (var node : environment.client().nodes().list().getItems()) {
      Edits.edit(
          environment.client().nodes().withName(node.getMetadata().getName()),
          it -> {
            it.getSpec().setUnschedulable(cordoned);
            return it;
          });
    }
  }

  private Pod pod() {
    return environment
        .client()
        .pods()
        .inNamespace(environment.namespace())
        .withLabel("appenv.io/tier", "frontend")
        .list()
        .getItems()
        .stream()
        .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
        .findFirst()
        .orElseThrow();
  }

  /** As the kubelet reports it. */
  private void fail(Pod pod, String why) {
    Edits.editStatus(
        environment.client().resource(pod),
        it ->
            new PodBuilder(it)
                .editStatus()
                .editFirstContainerStatus()
                .withReady(false)
                .withNewState()
                .withNewWaiting()
                .withReason(why)
                .withMessage("the words of the kubelet")
                .endWaiting()
                .endState()
                .endContainerStatus()
                .editMatchingCondition(is -> is.getType().equals("Ready"))
                .withStatus("False")
                .endCondition()
                .editMatchingCondition(is -> is.getType().equals("ContainersReady"))
                .withStatus("False")
                .endCondition()
                .endStatus()
                .build());
  }
}
