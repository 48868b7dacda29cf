package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.DriftStatus;
import io.appenv.operator.api.v1alpha1.SecurityGroupStatus;
import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Fault;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.RulesInWords;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/** The security groups of an environment are derived, made, kept and taken away. */
@WithOperator
class SecurityGroupsIT {

  /** What hardly ever changes is looked at in every tenth sweep of a settled region. */
  private static final List<String> OFTEN = List.of("-Dappenv.sweep.idle-interval=200ms");

  /** NET-3. */
  static final List<String> CLOSURE =
      List.of(
          "backend accepts tcp 8000-8000 from frontend",
          "cache accepts tcp 6379-6379 from backend",
          "database accepts tcp 5432-5432 from backend",
          "frontend accepts tcp 443-443 from loadbalancer",
          "frontend accepts tcp 80-80 from loadbalancer",
          "loadbalancer accepts tcp 443-443 from 0.0.0.0/0",
          "loadbalancer accepts tcp 443-443 from ::/0",
          "loadbalancer accepts tcp 80-80 from 0.0.0.0/0",
          "loadbalancer accepts tcp 80-80 from ::/0");

  private static final String BY_HAND = "database accepts tcp 22-22 from 0.0.0.0/0";

  private static AwsView aws;

  @BeforeAll
  static void lookOften(Sandbox sandbox, RunningOperator operator) {
    operator.restart(OFTEN);
    aws = new AwsView(sandbox);
  }

  @AfterAll
  static void usualOperator(RunningOperator operator) {
    aws.close();
    operator.stop();
  }

  @Test
  void productionIsClosedAndStaysSo(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    environment.awaitReady();
    assertThat(rules(environment)).containsExactlyElementsOf(CLOSURE);
    assertThat(environment.status().securityGroups())
        .extracting(SecurityGroupStatus::role)
        .containsExactly("loadbalancer", "frontend", "backend", "database", "cache");
    assertThat(environment.status().securityGroups())
        .filteredOn(it -> it.role().equals("database"))
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.id()).isEqualTo(group(environment, "database").groupId());
              assertThat(told.rules()).containsExactly("database accepts tcp 5432 from backend");
            });

    openByHand(environment);
    environment.await("the rule to be revoked", _ -> rules(environment).equals(CLOSURE));
    environment.awaitReady();
    environment.await(
        "the drift to be told",
        _ ->
            environment.events().stream()
                .anyMatch(it -> it.startsWith("DriftFound: Somebody changed network.security")));

    environment.delete();
    environment.awaitGone();
    assertThat(groups(environment)).isEmpty();
  }

  @Test
  void aRuleByHandIsToldWhereThatIsWanted(Sandbox sandbox) {
    var environment =
        EnvironmentUnderTest.ofOverlay(
            sandbox.admin(), "production", "spec: {operations: {drift: {access: Report}}}");
    environment.awaitReady();
    openByHand(environment);
    environment.await(
        "the drift to be told",
        it ->
            it.getStatus().drift().stream()
                .map(DriftStatus::found)
                .anyMatch("database accepts tcp 22 from 0.0.0.0/0"::equals));
    assertThat(environment.awaitReady().getStatus().drift())
        .singleElement()
        .satisfies(drift -> assertThat(drift.field()).isEqualTo("network.securityGroups"));
    assertThat(rules(environment)).contains(BY_HAND);
    environment.delete();
    environment.awaitGone();
    assertThat(groups(environment)).isEmpty();
  }

  @Test
  void aTierThatComesOrGoesBringsItsGroupOrTakesIt(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    environment.awaitReady();
    environment.patchJson(
        """
        - op: add
          path: /spec/tiers/-
          value:
            name: worker
            image: "registry.example.com/shop/worker:1.0.0"
            resources: {cpu: 500m, memory: 1Gi}
            accepts: [{from: backend, ports: [9000]}]
            uses: [cache]
            scaling: {min: 1, max: 1}
        """);
    environment.awaitReady();
    assertThat(rules(environment))
        .contains(
            "worker accepts tcp 9000-9000 from backend", "cache accepts tcp 6379-6379 from worker");

    environment.patchJson("- {op: remove, path: /spec/tiers/2}");
    environment.await("the end of its group", _ -> groups(environment).size() == 5);
    environment.awaitReady();
    assertThat(rules(environment)).containsExactlyElementsOf(CLOSURE);
    environment.delete();
    environment.awaitGone();
  }

  @Test
  void aPeerIsLetInByGroupAndByPolicy(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    environment.awaitReady();
    environment.patchSpec(
        "network: {peers: [{to: backend, from: 10.9.0.0/16, ports: [9090], reason: metrics}]}");
    environment.awaitReady();
    assertThat(rules(environment)).contains("backend accepts tcp 9090-9090 from 10.9.0.0/16");
    assertThat(accepted(environment)).isEqualTo("frontend on 8000, 10.9.0.0/16 on 9090");

    environment.patchSpec("network: {peers: null}");
    environment.await("the peer to be shut out", _ -> rules(environment).equals(CLOSURE));
    environment.awaitReady();
    assertThat(accepted(environment)).isEqualTo("frontend on 8000");
    environment.delete();
    environment.awaitGone();
  }

  private static String accepted(EnvironmentUnderTest environment) {
    var policy =
        environment
            .client()
            .network()
            .v1()
            .networkPolicies()
            .inNamespace(environment.namespace())
            .withName("production-backend")
            .require();
    return policy.getMetadata().getAnnotations().getOrDefault("appenv.io/accepts", "");
  }

  @Test
  void whatIsStillInUseIsDeletedOnceItIsNot(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    environment.awaitReady();
    try (var _ =
        sandbox
            .wires()
            .faults()
            .always(
                call ->
                    call.operation().equals("DeleteSecurityGroup")
                        && call.target().startsWith(environment.awsPrefix()),
                Fault.awsError(400, "DependencyViolation", "resource has a dependent object"))) {
      environment.delete();
      environment.await(
          "what is waited for to be told",
          _ ->
              environment
                  .condition("NetworkReady")
                  .filter(it -> it.getReason().equals("Deleting"))
                  .filter(it -> it.getMessage().contains("DependencyViolation"))
                  .isPresent());
      assertThat(environment.condition("Stalled").orElseThrow().getStatus()).isEqualTo("False");
    }
    environment.awaitGone();
    assertThat(groups(environment)).isEmpty();
  }

  /** EC2 shows what was made some time later, and each of its machines at its own time. */
  @Test
  void whatIsNotFoundYetIsLookedForAgain(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
    try (var refusals =
        sandbox
            .wires()
            .faults()
            .times(
                3,
                call -> call.operation().equals("AuthorizeSecurityGroupIngress"),
                Fault.awsError(
                    400, "InvalidGroup.NotFound", "The security group does not exist"))) {
      environment.apply("{}");
      environment.awaitReady();
      assertThat(refusals.applied()).isEqualTo(3);
    }
    assertThat(rules(environment)).containsExactlyElementsOf(CLOSURE);
    environment.delete();
    environment.awaitGone();
  }

  private static void openByHand(EnvironmentUnderTest environment) {
    var id = group(environment, "database").groupId();
    aws.ec2()
        .authorizeSecurityGroupIngress(
            request ->
                request
                    .groupId(id)
                    .ipPermissions(
                        rule ->
                            rule.ipProtocol("tcp")
                                .fromPort(22)
                                .toPort(22)
                                .ipRanges(range -> range.cidrIp("0.0.0.0/0"))));
  }

  private static SecurityGroup group(EnvironmentUnderTest environment, String role) {
    return groups(environment).stream()
        .filter(it -> it.groupName().endsWith("-" + role))
        .findFirst()
        .orElseThrow();
  }

  private static List<SecurityGroup> groups(EnvironmentUnderTest environment) {
    return aws.securityGroups(environment.awsPrefix());
  }

  private static List<String> rules(EnvironmentUnderTest environment) {
    var all = groups(environment);
    return all.stream().flatMap(it -> RulesInWords.of(it, all).stream()).sorted().toList();
  }
}
