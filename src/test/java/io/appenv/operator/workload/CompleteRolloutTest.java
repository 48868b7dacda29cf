package io.appenv.operator.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompleteRolloutTest {

  private final Deployment wanted = TierDeployment.build(Tiers.BLUEPRINT, Tiers.backend());
  private final String revision = Revision.of(wanted).orElseThrow();

  @Test
  void everyPodIsOfTheWantedTemplate() {
    assertThat(isComplete(wanted, current("a"), current("b"))).isTrue();
    assertThat(isComplete(wanted, current("a"), former("b"))).isFalse();
  }

  @Test
  void aPodOfBeforeCountsUntilItIsGone() {
    assertThat(isComplete(wanted, current("a"), Pods.deleted(former("b")))).isFalse();
    var ended = former("b");
    ended.getStatus().setPhase("Succeeded");
    assertThat(isComplete(wanted, current("a"), ended)).isTrue();
  }

  @Test
  void aDeploymentOfBeforeMayStillMakePods() {
    assertThat(isComplete(labelled(wanted, Revision.LABEL, "former"))).isFalse();
  }

  @Test
  void aTierThatIsNotDeclaredAnyMoreIsOfBefore() {
    var other = current("a");
    other.getMetadata().getLabels().put(Labels.TIER, "worker");
    assertThat(isComplete(wanted, other)).isFalse();
  }

  /** As those of a data server, or what somebody made by hand. */
  @Test
  void aPodOfNoTierIsNoneOfIts() {
    var other = former("a");
    other.getMetadata().getLabels().remove(Labels.TIER);
    assertThat(isComplete(wanted, other)).isTrue();
  }

  private static boolean isComplete(Deployment deployment, Pod... pods) {
    return CompleteRollout.of(Tiers.BLUEPRINT, List.of(deployment), List.of(pods));
  }

  private Pod current(String name) {
    return Pods.running(name, revision);
  }

  private static Pod former(String name) {
    return Pods.running(name, "former");
  }

  private static Deployment labelled(Deployment deployment, String label, String value) {
    return new DeploymentBuilder(deployment)
        .editSpec()
        .editTemplate()
        .editMetadata()
        .addToLabels(label, value)
        .endMetadata()
        .endTemplate()
        .endSpec()
        .build();
  }
}
