package io.appenv.operator.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appenv.operator.api.v1alpha1.EffectiveStatus;
import io.appenv.operator.sandbox.AwsFoundation;
import io.appenv.operator.sandbox.Commands;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.FoundationStack;
import io.fabric8.kubernetes.api.model.Condition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Tag;

/** The template is sound, and what it makes is what an environment needs. */
@WithOperator
class FoundationIT {

  private static final List<String> ZONES =
      Stream.of("a", "c", "d").map(AwsFoundation.REGION::concat).toList();

  @Test
  void cfnLintFindsNothing(Sandbox sandbox) {
    var found = lint(sandbox, FoundationTemplate.FILE.toAbsolutePath());

    System.out.printf(
        "%s of %s: %s%n",
        cfnLint(sandbox, "--version").strip(),
        FoundationTemplate.FILE,
        found.isBlank() ? "nothing found" : found);
    assertThat(found).isBlank();
  }

  @Test
  void cfnLintFindsWhatIsWrong(Sandbox sandbox, @TempDir Path folder) throws IOException {
    var wrong = folder.resolve("wrong.yaml");
    Files.writeString(
        wrong, FoundationTemplate.text().replace("NatGatewayId: !Ref", "NatGateway: !Ref"));

    assertThatThrownBy(() -> lint(sandbox, wrong)).hasMessageContaining("NatGateway");
  }

  private static String lint(Sandbox sandbox, Path template) {
    return cfnLint(
        sandbox, "--regions", AwsFoundation.REGION, "us-east-1", "--", template.toString());
  }

  private static String cfnLint(Sandbox sandbox, String... arguments) {
    var program = sandbox.pythonProgram("cfn-lint").toString();
    return Commands.run(
        sandbox.directory(),
        Map.of(),
        Stream.concat(Stream.of(program), Arrays.stream(arguments)).toList());
  }

  @Test
  void threeZonesEachWithAWayOutOfItsOwn(Sandbox sandbox) {
    try (var stack = create(sandbox, "three-zones", Map.of())) {
      assertThat(stack.subnets("PublicSubnetIds"))
          .allSatisfy(it -> assertThat(it.tags()).contains(tag("kubernetes.io/role/elb")))
          .allSatisfy(it -> assertThat(stack.defaultRoute(it).gatewayId()).startsWith("igw-"))
          .extracting(Subnet::availabilityZone)
          .containsExactlyInAnyOrderElementsOf(ZONES);
      assertThat(stack.subnets("PrivateSubnetIds"))
          .allSatisfy(it -> assertThat(it.tags()).contains(tag("kubernetes.io/role/internal-elb")))
          .allSatisfy(it -> assertThat(stack.zoneOfNatGateway(it)).isEqualTo(it.availabilityZone()))
          .extracting(Subnet::availabilityZone)
          .containsExactlyInAnyOrderElementsOf(ZONES);
    }
  }

  @Test
  void twoZonesWithOneWayOut(Sandbox sandbox) {
    var chosen = Map.of("ThirdZone", "", "NatGateways", "One");
    try (var stack = create(sandbox, "two-zones", chosen)) {
      var two = ZONES.subList(0, 2);

      assertThat(stack.subnets("PublicSubnetIds"))
          .extracting(Subnet::availabilityZone)
          .containsExactlyInAnyOrderElementsOf(two);
      assertThat(stack.subnets("PrivateSubnetIds"))
          .allSatisfy(it -> assertThat(stack.zoneOfNatGateway(it)).isEqualTo(two.getFirst()))
          .extracting(Subnet::availabilityZone)
          .containsExactlyInAnyOrderElementsOf(two);
    }
  }

  @Test
  void withoutAClusterOnlyNetworkAndRoleAreMade(Sandbox sandbox) {
    try (var stack = create(sandbox, "no-cluster", Map.of("AllowAdoption", "true"))) {
      assertThat(stack.outputs())
          .containsKeys("OperatorRoleArn", "VpcId")
          .doesNotContainKey("ClusterName");
      assertThat(stack.resources())
          .containsKeys("OperatorRole", "AdoptionPolicy", "Vpc")
          .doesNotContainKeys("Cluster", "ClusterRole", "LoadBalancerControllerRole");
    }
  }

  @Test
  void anEnvironmentNamesTheVpcByItsId(Sandbox sandbox) {
    try (var stack = create(sandbox, "by-id", Map.of())) {
      var environment =
          EnvironmentUnderTest.ofOverlay(
              sandbox.admin(),
              "production",
              "spec: {network: {vpc: {id: %s, tags: null}}}".formatted(stack.output("VpcId")));
      environment.awaitReady();

      assertThat(environment.condition("NetworkReady").orElseThrow())
          .returns("True", Condition::getStatus)
          .returns("Available", Condition::getReason);
      assertThat(environment.status().effective())
          .extracting(EffectiveStatus::subnetIds, InstanceOfAssertFactories.list(String.class))
          .containsExactlyInAnyOrder(stack.output("PrivateSubnetIds").split(",", -1));
      environment.delete();
      environment.awaitGone();
    }
  }

  /** The emulator has no EKS in CloudFormation. */
  private static FoundationStack create(Sandbox sandbox, String name, Map<String, String> chosen) {
    var parameters = new HashMap<>(chosen);
    parameters.put("NetworkName", name);
    parameters.put("CreateCluster", "false");
    return FoundationStack.create(sandbox, name, FoundationTemplate.text(), parameters)
        .associating(FoundationTemplate.routeTables());
  }

  private static Tag tag(String role) {
    return Tag.builder().key(role).value("1").build();
  }
}
