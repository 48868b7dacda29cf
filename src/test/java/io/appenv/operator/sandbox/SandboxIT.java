package io.appenv.operator.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sandbox behaves as a cluster does where the operator and its tests rely on it. */
@WithSandbox
class SandboxIT {

  private static final String NAMESPACE = "sandbox-check";
  private static final Duration LONG = Duration.ofSeconds(90);

  @BeforeAll
  static void workload(Sandbox sandbox) {
    sandbox
        .controlPlane()
        .kubectl()
        .apply(
            """
            apiVersion: v1
            kind: Namespace
            metadata:
              name: sandbox-check
              labels: {pod-security.kubernetes.io/enforce: restricted}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: sandbox-check}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
                  topologySpreadConstraints:
                  - maxSkew: 1
                    topologyKey: topology.kubernetes.io/zone
                    whenUnsatisfiable: DoNotSchedule
                    labelSelector: {matchLabels: {app: web}}
                  containers:
                  - name: web
                    image: registry.example.com/web:1
                    securityContext:
                      allowPrivilegeEscalation: false
                      capabilities: {drop: [ALL]}
                    resources: {requests: {cpu: "1", memory: 1Gi}}
            ---
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: web, namespace: sandbox-check}
            spec:
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
              minReplicas: 3
              maxReplicas: 5
              metrics:
              - type: Resource
                resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}
              behavior:
                scaleDown: {stabilizationWindowSeconds: 0}
            """);
  }

  @Test
  void podsRunInThreeZones(Sandbox sandbox) {
    await()
        .atMost(LONG)
        .untilAsserted(
            () -> assertThat(pods(sandbox, "{.status.phase}")).hasSize(3).containsOnly("Running"));
    assertThat(pods(sandbox, "{.spec.nodeName}"))
        .containsExactlyInAnyOrder(
            "node-ap-northeast-1a", "node-ap-northeast-1c", "node-ap-northeast-1d");
  }

  @Test
  void autoscalerFollowsTheUseThatPodsClaim(Sandbox sandbox) {
    await().atMost(LONG).until(() -> replicas(sandbox).equals("3"));
    claimCpu(sandbox, "1");
    await().atMost(LONG).until(() -> replicas(sandbox).equals("5"));
    assertThat(kubectl(sandbox, "top", "pods")).containsPattern("100\\dm");
    claimCpu(sandbox, "10m");
    await().atMost(LONG).until(() -> replicas(sandbox).equals("3"));
  }

  @Test
  void restrictedPodSecurityIsEnforced(Sandbox sandbox) {
    assertThatThrownBy(() -> kubectl(sandbox, "run", "root", "--image=registry.example.com/root:1"))
        .hasMessageContaining("violates PodSecurity \"restricted:latest\"");
  }

  @Test
  void podsNeedTheirServiceAccount(Sandbox sandbox) {
    assertThatThrownBy(
            () ->
                kubectl(
                    sandbox,
                    "run",
                    "nobody",
                    "--image=registry.example.com/web:1",
                    "--overrides={\"spec\":{\"serviceAccountName\":\"nobody\"}}"))
        .hasMessageContaining("serviceaccount \"nobody\" not found");
  }

  @Test
  void operatorHasItsOwnRightsAndNoMore(Sandbox sandbox) {
    var operator = new Kubectl(sandbox.kubectl(), sandbox.operatorKubeconfig());
    assertThat(operator.run("get", "appenvironments", "--all-namespaces")).isNotNull();
    assertThatThrownBy(() -> operator.run("get", "persistentvolumes"))
        .hasMessageContaining("Forbidden");
  }

  private static void claimCpu(Sandbox sandbox, String use) {
    kubectl(sandbox, "annotate", "pods", "--all", "--overwrite", "kwok.x-k8s.io/usage-cpu=" + use);
  }

  private static String replicas(Sandbox sandbox) {
    return kubectl(sandbox, "get", "deployment", "web", "-o", "jsonpath={.status.readyReplicas}");
  }

  private static String[] pods(Sandbox sandbox, String path) {
    return kubectl(
            sandbox, "get", "pods", "-o", "jsonpath={range .items[*]}%s {end}".formatted(path))
        .strip()
        .split(" ");
  }

  private static String kubectl(Sandbox sandbox, String... arguments) {
    var all = new String[arguments.length + 2];
    all[0] = "--namespace";
    all[1] = NAMESPACE;
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return sandbox.controlPlane().kubectl().run(all);
  }
}
