package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.SubnetRole;
import io.appenv.operator.sandbox.AwsFoundation;
import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Fault;
import io.appenv.operator.sandbox.wire.Wire;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.TestNetwork;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is amiss in a network is told with its remedy, while the environment in it works. */
@WithOperator
class NetworkFindingsIT {

  /** What hardly ever changes is looked at in every tenth sweep of a settled region. */
  private static final List<String> OFTEN = List.of("-Dappenv.sweep.idle-interval=200ms");

  @BeforeAll
  static void lookOften(RunningOperator operator) {
    operator.restart(OFTEN);
  }

  @AfterAll
  static void usualOperator(RunningOperator operator) {
    operator.stop();
  }

  @Test
  void aNetworkIsPutRightStepByStep(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
    var tag = environment.namespace();
    try (var network = inTwoZones(sandbox, tag)) {
      environment.apply(TestNetwork.placement(AwsFoundation.REGION, tag));
      environment.awaitReady();
      assertThat(told(environment, "RouteMissing"))
          .contains("no default route", "NAT gateway", "kubernetes.io/role/elb=1");
      var ready = environment.condition("Ready");
      var mark = sandbox.wires().recording().mark();

      var first = network.addSubnet("a", SubnetRole.PUBLIC);
      network.route(network.mainTable(), network.addNatGateway(first));
      // A sweep may see the subnet before the route.
      assertThat(told(environment, it -> it.contains(first) && !it.contains("no default route")))
          .contains("internet gateway", "zone ap-northeast-1a only");

      var outside = network.addTable(first);
      network.route(outside, network.addInternetGateway());
      assertThat(told(environment, "RoleTagsMissing")).contains("kubernetes.io/role/elb=1");

      var second = network.addSubnet("c", SubnetRole.PUBLIC);
      assertThat(told(environment, "RouteMissing"))
          .contains("internet gateway", second)
          .doesNotContain(first);

      network.associate(outside, second);
      assertThat(told(environment, "Available")).doesNotContain(";");

      network.addRange("10.0.64.0/24");
      assertThat(told(environment, "AddressesOverlap")).contains("10.0.64.0/24", "10.0.0.0/16");

      assertThat(environment.condition("Ready")).isEqualTo(ready);
      assertThat(sandbox.wires().recording().writesSince(mark))
          .noneMatch(entry -> entry.call().wire() == Wire.AWS);
      environment.awaitEvent("RoleTagsMissing");
    }
    environment.delete();
    environment.awaitGone();
  }

  @Test
  void publicSubnetsForDataStoresAreTold(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
    var tag = environment.namespace();
    try (var network = inTwoZones(sandbox, tag)) {
      network.route(network.mainTable(), network.addInternetGateway());
      environment.apply(TestNetwork.placement(AwsFoundation.REGION, tag));
      environment.awaitReady();

      assertThat(told(environment, "PublicSubnets")).contains("NAT gateway");
    }
    environment.delete();
    environment.awaitGone();
  }

  /** All of it is told at once, so that it can be put right at once. */
  @Test
  void behindWhatStandsInTheWayComesWhatIsAmiss(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
    var tag = environment.namespace();
    try (var network = TestNetwork.create(sandbox, AwsFoundation.REGION, tag).withSubnet("a")) {
      environment.apply(TestNetwork.placement(AwsFoundation.REGION, tag));

      var message = environment.awaitReason("NetworkReady", "TooFewZones").getMessage();
      assertThat(message).contains(network.vpcId(), "two availability zones", "no default route");
    }
    environment.delete();
    environment.awaitGone();
  }

  /** The right to read routes is younger than many an operator's policy. */
  @Test
  void withoutTheRightToReadRoutesEverythingElseGoesOn(Sandbox sandbox, RunningOperator operator) {
    try (var _ =
        sandbox
            .wires()
            .faults()
            .always(
                call -> call.operation().equals("DescribeRouteTables"),
                Fault.awsError(403, "UnauthorizedOperation", "You are not authorized."))) {
      operator.restart(OFTEN);
      var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
      environment.awaitReady();
      assertThat(told(environment, "RoutesUnread"))
          .contains("AccessDenied", "ec2:DescribeRouteTables");

      sandbox.wires().faults().clear();
      told(environment, "Available");
      environment.delete();
      environment.awaitGone();
    }
  }

  private static String told(EnvironmentUnderTest environment, Predicate<String> message) {
    environment.await(
        "another message of NetworkReady",
        _ -> message.test(environment.condition("NetworkReady").orElseThrow().getMessage()));
    return told(environment, "RouteMissing");
  }

  private static TestNetwork inTwoZones(Sandbox sandbox, String tag) {
    return TestNetwork.create(sandbox, AwsFoundation.REGION, tag).withSubnet("a").withSubnet("c");
  }

  private static String told(EnvironmentUnderTest environment, String reason) {
    var told = environment.awaitReason("NetworkReady", reason);
    assertThat(told.getStatus()).isEqualTo("True");
    return told.getMessage();
  }
}
