package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.AppEnvironmentStatus;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EnvironmentUpdatesTest {

  private final EnvironmentUpdates updates = new EnvironmentUpdates();

  @Test
  void whatTheOperatorItselfWritesIsNoReasonForAPass() {
    var after = environment(_ -> {});
    after.setStatus(AppEnvironmentStatus.empty());

    assertThat(updates.accept(after, environment(_ -> {}))).isFalse();
    assertThat(isNews(it -> it.setAnnotations(Map.of("other", "x")))).isFalse();
  }

  @Test
  void specApprovalDeletionAndFinalizerAre() {
    assertThat(isNews(it -> it.setGeneration(2L))).isTrue();
    assertThat(isNews(it -> it.setAnnotations(Map.of("appenv.io/approve", "p0a1b2c3d4e5"))))
        .isTrue();
    assertThat(isNews(it -> it.setDeletionTimestamp("2026-01-01T00:00:00Z"))).isTrue();
    assertThat(isNews(it -> it.getFinalizers().clear())).isTrue();
  }

  private boolean isNews(Consumer<ObjectMeta> change) {
    return updates.accept(environment(change), environment(_ -> {}));
  }

  private static AppEnvironment environment(Consumer<ObjectMeta> change) {
    var environment = new AppEnvironment();
    environment.setMetadata(
        new ObjectMetaBuilder()
            .withName("production")
            .withNamespace("shop")
            .withGeneration(1L)
            .withFinalizers(AppEnvironmentReconciler.FINALIZER)
            .build());
    change.accept(environment.getMetadata());
    return environment;
  }
}
