package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The data of an environment without AWS, beyond the environment's end. */
@WithOperator
class DevelopmentIT {

  private static final String DELETE =
      """
      spec:
        database: {deletionPolicy: Delete}
        cache: {deletionPolicy: Delete}
      """;

  @Test
  void whatWasRetainedIsOpenedAgainByTheSamePassword(Sandbox sandbox, RunningOperator operator) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "development");
    environment.awaitReady();
    var before = credentials(environment);
    environment.delete();
    environment.awaitGone();
    assertThat(credentials(environment).getMetadata().getOwnerReferences()).isEmpty();
    assertThat(claims(environment)).hasSize(2);
    assertThat(retained(environment))
        .contains("PersistentVolumeClaim.data-development-postgresql-0");

    operator.restart(List.of());
    environment.apply("{}");
    environment.awaitReady();
    var after = credentials(environment);
    assertThat(after.getMetadata().getUid()).isEqualTo(before.getMetadata().getUid());
    assertThat(after.getData()).isEqualTo(before.getData());
    assertThat(after.getMetadata().getOwnerReferences()).hasSize(1);
    environment.delete();
    environment.awaitGone();
  }

  @Test
  void aPolicyWrittenDuringTheDeletionIsTheOneThatCounts(Sandbox sandbox) {
    var kept = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "development", DELETE);
    kept.awaitReady();
    kept.delete();
    kept.awaitReason("Stalled", "ConfirmationMissing");
    kept.patchSpec("database: {deletionPolicy: Retain}\ncache: {deletionPolicy: Retain}");
    kept.awaitGone();
    awaitServersGone(kept);
    assertThat(claims(kept))
        .hasSize(2)
        .allSatisfy(claim -> assertThat(claim.getMetadata().getDeletionTimestamp()).isNull());
  }

  @Test
  void whatIsNotToBeKeptGoes(Sandbox sandbox) {
    var gone =
        EnvironmentUnderTest.ofOverlay(
            sandbox.admin(),
            "development",
            """
            spec:
              database: {deletionPolicy: Delete}
              cache: {deletionPolicy: Delete}
              operations: {confirmDeletion: development}
            """);
    gone.awaitReady();
    gone.delete();
    gone.awaitGone();
    Awaitility.await("the claims to go")
        .atMost(EnvironmentUnderTest.PATIENCE)
        .until(() -> claims(gone).isEmpty());
  }

  private static void awaitServersGone(EnvironmentUnderTest environment) {
    Awaitility.await("the servers to go")
        .atMost(EnvironmentUnderTest.PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () ->
                environment
                    .client()
                    .pods()
                    .inNamespace(environment.namespace())
                    .list()
                    .getItems()
                    .isEmpty());
  }

  private static Secret credentials(EnvironmentUnderTest environment) {
    return environment
        .client()
        .secrets()
        .inNamespace(environment.namespace())
        .withName("development-database-credentials")
        .require();
  }

  private static List<PersistentVolumeClaim> claims(EnvironmentUnderTest environment) {
    return environment
        .client()
        .persistentVolumeClaims()
        .inNamespace(environment.namespace())
        .list()
        .getItems();
  }

  private static Set<String> retained(EnvironmentUnderTest environment) {
    return environment
        .client()
        .configMaps()
        .inNamespace(environment.namespace())
        .withName("development-retained")
        .require()
        .getData()
        .keySet();
  }
}
