package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.AwsFoundation;
import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.Belongings;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.TestNetwork;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A network that comes into being bit by bit, after the environment that wants it. */
@WithOperator
class NetworkIT {

  /** What waits for somebody to act is looked at in the slow rhythm. */
  @BeforeAll
  static void lookOften(RunningOperator operator) {
    operator.restart(List.of("-Dappenv.sweep.idle-interval=1s"));
  }

  @AfterAll
  static void usualOperator(RunningOperator operator) {
    operator.stop();
  }

  @Test
  void theEnvironmentFollowsItsNetwork(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
    var tag = environment.namespace();
    environment.apply(TestNetwork.placement(AwsFoundation.REGION, tag));
    assertMessage(environment, "VpcNotFound", "spec.network.vpc");
    var mark = sandbox.wires().recording().mark();
    try (var network = TestNetwork.create(sandbox, AwsFoundation.REGION, tag);
        var aws = new AwsView(sandbox)) {
      assertMessage(environment, "SubnetsNotFound", "spec.network.subnets");
      network.withSubnet("a");
      assertMessage(environment, "TooFewZones", AwsFoundation.REGION + "a");
      assertThat(sandbox.wires().recording().writesSince(mark))
          .noneMatch(entry -> entry.call().target().startsWith(environment.awsPrefix()));
      network.withSubnet("c");
      environment.awaitReady();
      Belongings.assertOneOfEach(environment, aws);
    }
    environment.delete();
    environment.awaitGone();
  }

  private static void assertMessage(
      EnvironmentUnderTest environment, String reason, String remedy) {
    var told = environment.awaitReason("NetworkReady", reason);
    assertThat(told.getStatus()).isEqualTo("False");
    assertThat(told.getMessage()).contains(remedy);
    assertThat(environment.condition("Ready").orElseThrow().getReason()).isEqualTo(reason);
    assertThat(environment.condition("Stalled").orElseThrow().getStatus()).isEqualTo("True");
  }
}
