package io.appenv.operator.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.Configurations;
import io.appenv.operator.model.SecretText;
import io.appenv.operator.model.TierConfiguration;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConfigurationSecretsTest {

  private static final TierConfiguration VERSION =
      TierConfiguration.of(
          new SecretText("key"),
          "backend",
          new TreeMap<>(Map.of("API_KEY", new SecretText("canary"))));

  private static Blueprint reading(TierConfiguration configuration, String... before) {
    return Tiers.BLUEPRINT.configured(
        new Configurations(
            Map.of("backend", configuration), Map.of("backend", List.of(before)), Map.of()));
  }

  private static Deployment deployment(Blueprint blueprint) {
    return TierDeployment.build(blueprint, Tiers.backend());
  }

  @Test
  void aSetIsASecretThatNeverChanges() {
    var id = VERSION.read().orElseThrow();
    assertThat(ConfigurationSecrets.build(reading(VERSION)))
        .singleElement()
        .satisfies(
            secret -> {
              assertThat(secret.getMetadata().getName()).isEqualTo("preview-backend-config-" + id);
              assertThat(secret.getImmutable()).isTrue();
              assertThat(secret.getData()).containsOnly(Map.entry("API_KEY", "Y2FuYXJ5"));
              assertThat(Labels.tierOf(secret)).hasValue("backend");
              assertThat(Labels.isConfiguration(secret)).isTrue();
              assertThat(ConfigurationSecrets.isSpare(secret, reading(VERSION))).isFalse();
            });
  }

  @Test
  void podsReadItByItsName() {
    var id = VERSION.read().orElseThrow();
    var deployment = deployment(reading(VERSION, "old"));
    var pod = deployment.getSpec().getTemplate();
    assertThat(pod.getSpec().getContainers().getFirst().getEnvFrom())
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.getSecretRef().getName()).isEqualTo("preview-backend-config-" + id));
    assertThat(pod.getMetadata().getLabels()).containsEntry("appenv.io/configuration", id);
    assertThat(deployment.toString()).doesNotContain("canary");
    assertThat(ConfigurationSecrets.of(deployment)).hasValue(id);
    assertThat(ConfigurationSecrets.history(deployment)).containsExactly(id, "old");
  }

  @Test
  void whatReadsNothingIsAsItWasBeforeThereWasConfiguration() {
    assertThat(deployment(reading(new TierConfiguration.None())))
        .isEqualTo(deployment(Tiers.BLUEPRINT));
    assertThat(ConfigurationSecrets.build(Tiers.BLUEPRINT)).isEmpty();
  }

  @Test
  void aTierOfWhichNothingIsKnownYetDoesNotStart() {
    var unknown = new TierConfiguration.Former(Optional.empty());
    assertThat(reading(unknown).runnableTiers()).isEmpty();
    assertThat(reading(VERSION).runnableTiers()).hasSize(1);
  }

  @Test
  void podsStayWhileWhatTheyShallReadIsNotKnown() {
    var present = deployment(reading(VERSION));
    var former = new TierConfiguration.Former(VERSION.read());
    var same = deployment(reading(former));
    assertThat(same).isEqualTo(present);
    assertThat(TierDeployment.keepingPods(same, present)).isSameAs(same);

    var wanted = deployment(reading(new TierConfiguration.None()));
    var kept = TierDeployment.keepingPods(wanted, present);
    assertThat(kept.getSpec().getTemplate()).isEqualTo(present.getSpec().getTemplate());
    assertThat(TierTemplate.of(kept)).isEqualTo(TierTemplate.of(present));
  }
}
