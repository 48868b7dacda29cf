package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.dependent.SecurityGroupPolicy;
import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.Edits;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.Surroundings;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

/** Pods carry security groups where that is declared, and data stores let in nobody else then. */
@WithOperator
class PodSecurityGroupsIT {

  private static final String CARRYING =
      "spec: {network: {securityGroups: {pods: {clusterGroup: sg-0c1a57e4}}}}";

  private static AwsView aws;

  @BeforeAll
  static void lookOften(Sandbox sandbox, RunningOperator operator) {
    operator.restart(CrashIT.QUICK);
    aws = new AwsView(sandbox);
  }

  @AfterAll
  static void usualOperator(Sandbox sandbox, RunningOperator operator) {
    operator.stop();
    aws.close();
    Surroundings.carryNoGroups(sandbox);
  }

  @Test
  void nothingIsMadeBeforePodsCanCarryThemAndThenEverything(
      Sandbox sandbox, RunningOperator operator) {
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
    environment.apply(CARRYING);
    var told = environment.awaitReason("NetworkReady", "BackendMissing");
    assertThat(told.getMessage()).contains("SecurityGroupPolicy", "vpcresources.k8s.aws/v1beta1");
    assertThat(aws.securityGroups(environment.awsPrefix())).isEmpty();
    assertThat(aws.instances(environment.awsPrefix())).isEmpty();
    assertThat(environment.status().tiers()).noneMatch(it -> Integer.valueOf(1).equals(it.ready()));

    Surroundings.carryGroups(sandbox);
    environment.awaitReady();
    assertThat(carried(environment, "frontend"))
        .containsExactly(id(environment, "frontend"), "sg-0c1a57e4");
    assertThat(carried(environment, "backend"))
        .containsExactly(id(environment, "backend"), "sg-0c1a57e4");
    assertThat(aws.instance(environment.awsPrefix()).orElseThrow().vpcSecurityGroups())
        .extracting(VpcSecurityGroupMembership::vpcSecurityGroupId)
        .containsExactly(id(environment, "database"));
    assertThat(
            sandbox
                .wires()
                .recording()
                .since(
                    0,
                    call ->
                        call.operation().equals("CreateReplicationGroup")
                            && call.target().startsWith(environment.awsPrefix())))
        .allSatisfy(
            entry -> assertThat(entry.call().parameters()).containsValue(id(environment, "cache")));

    Edits.edit(
        policy(environment, "backend"),
        it -> {
          it.setSpec(
              new SecurityGroupPolicy.Spec(
                  it.getSpec().podSelector(), new SecurityGroupPolicy.Groups(List.of("sg-0bad"))));
          return it;
        });
    environment.await(
        "what somebody changed to be put back",
        _ -> carried(environment, "backend").contains(id(environment, "backend")));

    operator.restart(CrashIT.QUICK);
    environment.patchSpec("network: {securityGroups: {pods: {clusterGroup: sg-0c1a57e5}}}");
    environment.await(
        "the other group to be carried",
        _ -> carried(environment, "backend").contains("sg-0c1a57e5"));
    environment.awaitReady();

    environment.delete();
    environment.awaitGone();
    assertThat(aws.securityGroups(environment.awsPrefix())).isEmpty();
  }

  private static List<String> carried(EnvironmentUnderTest environment, String tier) {
    return policy(environment, tier).require().getSpec().securityGroups().groupIds();
  }

  private static Resource<SecurityGroupPolicy> policy(
      EnvironmentUnderTest environment, String tier) {
    return environment
        .client()
        .resources(SecurityGroupPolicy.class)
        .inNamespace(environment.namespace())
        .withName("production-" + tier);
  }

  private static String id(EnvironmentUnderTest environment, String role) {
    return aws.securityGroup(environment.awsPrefix(), role);
  }
}
