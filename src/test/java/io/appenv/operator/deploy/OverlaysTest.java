package io.appenv.operator.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.AcceptSpec;
import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.AppEnvironmentSpec;
import io.appenv.operator.api.v1alpha1.BackupSpec;
import io.appenv.operator.api.v1alpha1.ResourcesSpec;
import io.appenv.operator.api.v1alpha1.ScalingSpec;
import io.appenv.operator.api.v1alpha1.Stage;
import io.appenv.operator.api.v1alpha1.TierSpec;
import io.appenv.operator.api.v1alpha1.Use;
import io.fabric8.kubernetes.api.model.Namespace;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The overlays carry the numbers of the deployment specification (ENV, CMP, DB, CACHE, SCL). */
class OverlaysTest {

  private final AppEnvironmentSpec production = environment("production").getSpec();

  @Test
  void productionRunsInTokyo() {
    assertThat(production.stage()).isEqualTo(Stage.Production);
    assertThat(Objects.requireNonNull(production.aws()).region()).isEqualTo("ap-northeast-1");
  }

  @Test
  void frontendHasTheSpecifiedSizeScalingAndPeers() {
    var frontend = tier(production, "frontend");

    assertThat(frontend.resources()).isEqualTo(new ResourcesSpec("1", "2Gi"));
    assertThat(frontend.scaling()).isEqualTo(new ScalingSpec(2, 6, 70, null, 1000, null, null));
    assertThat(frontend.accepts())
        .containsExactly(new AcceptSpec("LoadBalancer", List.of(80, 443)));
  }

  @Test
  void backendHasTheSpecifiedSizeScalingAndPeers() {
    var backend = tier(production, "backend");

    assertThat(backend.resources()).isEqualTo(new ResourcesSpec("2", "4Gi"));
    assertThat(backend.scaling()).isEqualTo(new ScalingSpec(2, 8, 70, 80, 800, null, null));
    assertThat(backend.accepts()).containsExactly(new AcceptSpec("frontend", List.of(8000)));
    assertThat(backend.uses()).containsExactly(Use.database, Use.cache);
  }

  @Test
  void productionDatabaseIsAsSpecified() {
    var database = Objects.requireNonNull(production.database());

    assertThat(database.version()).isEqualTo("17");
    assertThat(database.instanceClass()).isEqualTo("db.t3.medium");
    assertThat(database.storage()).isEqualTo("100Gi");
    assertThat(database.multiAZ()).isTrue();
    assertThat(database.backup()).isEqualTo(new BackupSpec("7d", "17:00-18:00"));
  }

  @Test
  void productionCacheIsAsSpecified() {
    var cache = Objects.requireNonNull(production.cache());

    assertThat(cache.version()).isEqualTo("7.1");
    assertThat(cache.nodeType()).isEqualTo("cache.t3.medium");
    assertThat(cache.nodes()).isEqualTo(2);
  }

  @Test
  void stagingIsProductionScaledDown() {
    var staging = environment("staging").getSpec();

    assertThat(staging.stage()).isEqualTo(Stage.Staging);
    assertThat(SizeOnly.withoutSizes(staging)).isEqualTo(SizeOnly.withoutSizes(production));
    assertThat(SizeOnly.sizes(staging)).isNotEqualTo(SizeOnly.sizes(production));
  }

  @Test
  void developmentNeedsNoAws() {
    var development = environment("development").getSpec();

    assertThat(development.stage()).isEqualTo(Stage.Development);
    assertThat(development.aws()).isNull();
    assertThat(development.network()).isNull();
    assertThat(development.tiers())
        .extracting(TierSpec::name)
        .containsExactly("frontend", "backend");
  }

  @ParameterizedTest
  @ValueSource(strings = {"production", "staging", "development"})
  void eachOverlayBringsItsOwnRestrictedNamespace(String overlay) {
    var namespace =
        Manifests.read("overlays/" + overlay + "/namespace.yaml", Namespace.class).getMetadata();
    var environment = environment(overlay).getMetadata();

    assertThat(environment.getName()).isEqualTo(overlay);
    assertThat(environment.getNamespace())
        .isEqualTo(namespace.getName())
        .isEqualTo("shop-" + overlay);
    assertThat(namespace.getLabels())
        .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
  }

  private static AppEnvironment environment(String overlay) {
    return Manifests.read("overlays/" + overlay + "/environment.yaml", AppEnvironment.class);
  }

  private static TierSpec tier(AppEnvironmentSpec spec, String name) {
    return spec.tiers().stream().filter(tier -> tier.name().equals(name)).findFirst().orElseThrow();
  }
}
