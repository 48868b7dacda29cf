package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.FrontendAutoscaler;
import io.appenv.operator.testing.RequestLoad;
import io.appenv.operator.testing.ServedMetrics;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** external.metrics.k8s.io as the operator serves it: who may read, and whose API it is. */
@WithOperator
class MetricsApiIT {

  private static ServedMetrics metrics;

  @BeforeAll
  static void serve(Sandbox sandbox, RunningOperator operator) {
    metrics = ServedMetrics.by(operator, sandbox);
  }

  @AfterAll
  static void usualOperator(RunningOperator operator) {
    metrics.end(operator);
  }

  @Test
  void onlyWhoMayReadsAMetricAndOnlyOfItsNamespace(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    environment.awaitReady();
    var namespace = environment.namespace();
    try (var load = new RequestLoad(sandbox, namespace)) {
      sandbox.controlPlane().kubectl().apply(load.binding(namespace, "production-frontend"));
      load.report(1, 1200);
      FrontendAutoscaler.awaitNumber(environment);
    }
    assertThat(metrics.podLabel()).as("what the Service selects").isEqualTo("true");
    var path = ServedMetrics.path(namespace);
    assertThat(sandbox.admin().raw(path)).contains("\"value\":\"1200\"", "production");
    assertThat(sandbox.admin().raw("/apis/external.metrics.k8s.io/v1beta1"))
        .contains("appenv-requests-per-minute");
    assertThat(refused(sandbox, ServedMetrics.path("default"))).isEqualTo(404);
    assertThat(refused(sandbox, path + "?labelSelector=appenv.io%2Ftier%21%3Dx")).isEqualTo(400);

    assertThat(metrics.ask(path).statusCode()).as("nobody").isEqualTo(401);
    assertThat(
            metrics
                .ask(path, "X-Remote-User", "system:admin", "X-Remote-Group", "system:masters")
                .statusCode())
        .as("who only says that it is the API server")
        .isEqualTo(401);
    assertThat(metrics.ask(path, "Authorization", "Bearer of-nothing").statusCode()).isEqualTo(401);
    assertThat(metrics.ask("/healthz").statusCode()).isEqualTo(200);

    var token = "Bearer " + metrics.token(namespace, "reader");
    assertThat(metrics.ask(path, "Authorization", token).statusCode()).isEqualTo(403);
    metrics.allow(namespace, "reader");
    Awaitility.await("the right to count")
        .atMost(EnvironmentUnderTest.PATIENCE)
        .until(() -> metrics.ask(path, "Authorization", token).statusCode() == 200);
    assertThat(metrics.ask(ServedMetrics.path("default"), "Authorization", token).statusCode())
        .as("another namespace")
        .isEqualTo(403);
    environment.delete();
    environment.awaitGone();
  }

  @Test
  void whereAnotherServesTheApiItIsLeftAlone(Sandbox sandbox, RunningOperator operator) {
    operator.stop();
    metrics.giveToAnother();
    try {
      var before = metrics.registration();
      operator.restart(metrics.settings());
      var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
      environment.awaitReady();
      assertThat(environment.awaitReason("WorkloadsReady", "MetricsApiTaken").getMessage())
          .contains("keda/keda-operator-metrics-apiserver", "External");
      assertThat(withoutStatus(metrics.registration())).isEqualTo(withoutStatus(before));

      environment.patchJson(
          """
          - op: add
            path: /spec/tiers/0/scaling/requests
            value: {source: External, counts: PerPod, external: {metricName: s0-frontend}}
          """);
      environment.awaitReason("WorkloadsReady", "Available");
      Awaitility.await("the autoscaler to ask the other one")
          .atMost(EnvironmentUnderTest.PATIENCE)
          .until(
              () ->
                  new FrontendAutoscaler(environment)
                      .get().getSpec().getMetrics().stream()
                          .filter(it -> it.getExternal() != null)
                          .anyMatch(
                              it -> it.getExternal().getMetric().getName().equals("s0-frontend")));
      environment.delete();
      environment.awaitGone();
    } finally {
      operator.stop();
      metrics.remove();
      metrics.prepare();
      operator.restart(metrics.settings());
    }
  }

  private static String withoutStatus(String yaml) {
    return yaml.substring(0, yaml.indexOf("\nstatus:") + 1).replaceAll("resourceVersion.*", "");
  }

  private static int refused(Sandbox sandbox, String path) {
    try {
      var answer = sandbox.admin().raw(path);
      // The client makes nothing of a 404.
      return answer == null ? 404 : 200;
    } catch (KubernetesClientException refusal) {
      return refusal.getCode();
    }
  }
}
