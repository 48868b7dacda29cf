package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.testing.Edits;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * A start reads what there is page by page: whole lists of a thousand environments' objects would
 * not fit into its memory.
 */
@WithOperator
class StartIT {

  private static final int MORE_THAN_A_PAGE = 101;

  @AfterAll
  static void usualOperator(RunningOperator operator) {
    operator.stop();
  }

  @Test
  void everyPageIsRead(Sandbox sandbox, RunningOperator operator) throws IOException {
    operator.stop();
    var namespace = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "many").namespace();
    create(sandbox.admin(), namespace);
    var mark = sandbox.wires().recording().mark();
    operator.ensureRunning();

    Awaitility.await("a status of every environment")
        .atMost(EnvironmentUnderTest.PATIENCE)
        .until(() -> list(sandbox.admin(), namespace).stream().allMatch(StartIT::isPaused));
    assertThat(
            sandbox.wires().recording().since(mark, call -> call.operation().startsWith("list ")))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.call().parameters()).containsEntry("limit", "100"));
    operator.stop();
    abandon(sandbox.admin(), namespace);
  }

  private static void create(KubernetesClient admin, String namespace) throws IOException {
    var manifest =
        Files.readString(Path.of("deploy/overlays/development/environment.yaml"))
            .concat("  operations: {paused: true}\n");
    for (var number = 0; number < MORE_THAN_A_PAGE; number++) {
      var environment = Serialization.unmarshal(manifest, AppEnvironment.class);
      environment.getMetadata().setNamespace(namespace);
      environment.getMetadata().setName("paused-" + number);
      admin.resource(environment).create();
    }
  }

  private static List<AppEnvironment> list(KubernetesClient admin, String namespace) {
    return admin.resources(AppEnvironment.class).inNamespace(namespace).list().getItems();
  }

  private static boolean isPaused(AppEnvironment environment) {
    return Optional.ofNullable(environment.getStatus()).stream()
        .flatMap(status -> status.conditions().stream())
        .map(Condition::getReason)
        .anyMatch("Paused"::equals);
  }

  /** Nothing was made for them, so nothing has to be deleted with them. */
  private static void abandon(KubernetesClient admin, String namespace) {
    for (var environment : list(admin, namespace)) {
      var resource = admin.resource(environment);
      Edits.edit(
          resource,
          found -> {
            found.getMetadata().setFinalizers(List.of());
            return found;
          });
      resource.delete();
    }
  }
}
