package io.appenv.operator.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The operator runs as one restricted pod that needs no writable file system. */
class OperatorDeploymentTest {

  private final Deployment deployment = Manifests.read("base/deployment.yaml", Deployment.class);
  private final Container container =
      deployment.getSpec().getTemplate().getSpec().getContainers().getFirst();

  /** Kustomize refuses files outside of the base, but takes directories with their own list. */
  @Test
  void theBaseBringsTheDefinition() throws IOException {
    assertThat(Files.readString(Manifests.DEPLOY.resolve("base/kustomization.yaml")))
        .contains("- ../../crds\n");
    assertThat(Files.readString(Path.of("crds", "kustomization.yaml")))
        .contains("- appenvironments.appenv.io-v1.yaml\n", "- scaleoverrides.appenv.io-v1.yaml\n");
  }

  @Test
  void neverRunsTwice() {
    assertThat(deployment.getSpec().getReplicas()).isEqualTo(1);
    assertThat(deployment.getSpec().getStrategy().getType()).isEqualTo("Recreate");
    assertThat(container.getArgs()).contains("-Dappenv.leader-election.enabled=true");
  }

  @Test
  void meetsTheRestrictedPodSecurityStandard() {
    var pod = deployment.getSpec().getTemplate().getSpec().getSecurityContext();
    var security = container.getSecurityContext();

    assertThat(pod.getRunAsNonRoot()).isTrue();
    assertThat(pod.getRunAsUser()).isPositive();
    assertThat(pod.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
    assertThat(security.getAllowPrivilegeEscalation()).isFalse();
    assertThat(security.getReadOnlyRootFilesystem()).isTrue();
    assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
  }

  @Test
  void probesAskTheHealthEndpoints() {
    assertThat(container.getStartupProbe().getHttpGet().getPath()).isEqualTo("/q/health/started");
    assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/q/health/ready");
    assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/q/health/live");
  }
}
