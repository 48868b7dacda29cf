package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Fault;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.TestNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More pods than nodes have room for are told, as soon as either changes. */
@WithOperator
class NodeRoomIT {

  /** The largest pod that may be declared; each of the sandbox's three nodes takes ten. */
  private static final String LARGE = "4096Gi";

  private static final int SIGNS_OF_LIFE = 20;

  /** Anything else of the environment may change meanwhile. */
  private static final long STRAY = 1;

  private static final Duration QUIET = Duration.ofSeconds(2);

  private TestNode node;
  private Resource<ConfigMap> status;

  @BeforeEach
  void prepare(Sandbox sandbox, RunningOperator operator) {
    operator.ensureRunning();
    node = TestNode.any(sandbox.admin());
    status =
        sandbox
            .admin()
            .resource(
                new ConfigMapBuilder()
                    .withNewMetadata()
                    .withName("cluster-autoscaler-status")
                    .withNamespace("kube-system")
                    .endMetadata()
                    .build());
  }

  /** Everything else in this sandbox runs on the same nodes. */
  @AfterEach
  void putBack(Sandbox sandbox, RunningOperator operator) {
    sandbox.wires().faults().clear();
    node.uncordon();
    node.untaint("team");
    node.unlabel("karpenter.sh/nodepool");
    status.delete();
    operator.stop();
  }

  @Test
  void aNodeThatGoesIsToldAndOneThatLivesIsNot(Sandbox sandbox, RunningOperator operator) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "development");
    large(environment, 25);
    environment.awaitReady();
    assertThat(reason(environment)).isEqualTo("Available");

    var before = passesWhenQuiet(operator);
    for (var number = 0; number < SIGNS_OF_LIFE; number++) {
      node.giveSignOfLife(number);
    }
    assertThat(passesWhenQuiet(operator) - before)
        .as("passes for %d signs of life", SIGNS_OF_LIFE)
        .isLessThanOrEqualTo(STRAY);
    node.cordon();
    var told = environment.awaitReason("WorkloadsReady", "NodesShort");
    assertThat(told.getStatus()).isEqualTo("True");
    assertThat(told.getMessage())
        .isEqualTo(
            "Every tier has its pods. Scaling allows more pods than fit on the nodes, even with"
                + " nothing else on them: of tier frontend 25 pods with 0.25 CPU and 4096Gi memory"
                + " each, of which 20 fit; allow fewer pods, ask for less in resources, or add"
                + " nodes.");
    environment.awaitEvent("NodesShort");

    node.label("karpenter.sh/nodepool", "default");
    environment.awaitReason("WorkloadsReady", "Available");
    node.unlabel("karpenter.sh/nodepool");
    environment.awaitReason("WorkloadsReady", "NodesShort");

    var others = passesWhenQuiet(operator);
    node.taint("team", "PreferNoSchedule");
    assertThat(passesWhenQuiet(operator) - others)
        .as("passes for a mere wish")
        .isLessThanOrEqualTo(STRAY);
    node.uncordon();
    environment.awaitReason("WorkloadsReady", "Available");
    environment.delete();
    environment.awaitGone();
  }

  @Test
  void nothingIsToldOfNodesThatAreNotKnownOrCome(Sandbox sandbox, RunningOperator operator) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "development");
    large(environment, 31);
    environment.awaitReason("WorkloadsReady", "NodesShort");

    sandbox
        .wires()
        .faults()
        .always(
            call -> call.operation().equals("list nodes"), Fault.kubernetesError(403, "Forbidden"));
    operator.restart(List.of());
    environment.awaitReason("WorkloadsReady", "Available");
    environment.awaitReady();

    sandbox.wires().faults().clear();
    operator.restart(List.of());
    environment.awaitReason("WorkloadsReady", "NodesShort");
    status.create();
    large(environment, 32);
    environment.awaitReason("WorkloadsReady", "Available");

    operator.restart(List.of("-Dappenv.nodes.autoscaled=false"));
    environment.awaitReason("WorkloadsReady", "NodesShort");
    environment.delete();
    environment.awaitGone();
  }

  private static void large(EnvironmentUnderTest environment, int most) {
    environment.patchJson(
        """
        - {op: replace, path: /spec/tiers/0/resources/memory, value: %s}
        - {op: replace, path: /spec/tiers/0/scaling/max, value: %d}
        """
            .formatted(LARGE, most));
  }

  private static String reason(EnvironmentUnderTest environment) {
    return environment.condition("WorkloadsReady").orElseThrow().getReason();
  }

  /** The number once no more are made: what an environment was made for comes after Ready, too. */
  private static long passesWhenQuiet(RunningOperator operator) {
    var last = new AtomicLong(-1);
    Awaitility.await("no more passes")
        .atMost(EnvironmentUnderTest.PATIENCE)
        .pollInterval(QUIET)
        .until(() -> last.getAndSet(passes(operator)) == last.get());
    return last.get();
  }

  private static long passes(RunningOperator operator) {
    return operator
        .process()
        .metrics()
        .lines()
        .filter(line -> line.startsWith("operator_sdk_reconciliations_started_total"))
        .filter(line -> line.contains("AppEnvironment"))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
