package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Fault;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.Belongings;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.FaultScope;
import io.appenv.operator.testing.RulesInWords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operator dies, or an answer is lost, at a call about security groups; none is made twice. */
@WithOperator
class SecurityGroupFaultsIT {

  private static AwsView aws;

  @BeforeAll
  static void lookOften(Sandbox sandbox, RunningOperator operator) {
    operator.restart(CrashIT.QUICK);
    aws = new AwsView(sandbox);
  }

  @AfterAll
  static void usualOperator(RunningOperator operator) {
    aws.close();
    operator.stop();
  }

  @ParameterizedTest
  @CsvSource({
    "CreateSecurityGroup, before",
    "CreateSecurityGroup, after",
    "AuthorizeSecurityGroupIngress, before",
    "AuthorizeSecurityGroupIngress, after",
    "CreateSecurityGroup, lost",
    "AuthorizeSecurityGroupIngress, lost"
  })
  void everythingIsThereOnce(
      String operation, String when, Sandbox sandbox, RunningOperator operator) {
    assumeWanted(when);
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
    try (var rule =
        sandbox
            .wires()
            .faults()
            .once(call -> call.operation().equals(operation), fault(when, operator))) {
      environment.apply("{}");
      environment.awaitReady();
      assertThat(rule.applied()).isEqualTo(1);
    }
    Belongings.assertOneOfEach(environment, aws);
    var groups = aws.securityGroups(environment.awsPrefix());
    assertThat(groups.stream().flatMap(it -> RulesInWords.of(it, groups).stream())).hasSize(9);
    environment.delete();
    environment.awaitGone();
    assertThat(aws.securityGroups(environment.awsPrefix())).isEmpty();
  }

  /** At the first, and so between any two of those that follow. */
  @ParameterizedTest
  @CsvSource({
    "RevokeSecurityGroupIngress, before",
    "RevokeSecurityGroupIngress, after",
    "DeleteSecurityGroup, before",
    "DeleteSecurityGroup, after",
    "DeleteSecurityGroup, lost"
  })
  void nothingIsLeft(String operation, String when, Sandbox sandbox, RunningOperator operator) {
    assumeWanted(when);
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    environment.awaitReady();
    try (var rule =
        sandbox
            .wires()
            .faults()
            .once(call -> call.operation().equals(operation), fault(when, operator))) {
      environment.delete();
      environment.awaitGone();
      assertThat(rule.applied()).isEqualTo(1);
    }
    assertThat(aws.securityGroups(environment.awsPrefix())).isEmpty();
  }

  /** Who dies before a call leaves what the call before it left: that is for a whole run. */
  private static void assumeWanted(String when) {
    assumeTrue(!when.equals("before") || FaultScope.isWhole(), "left to a whole run");
  }

  private static Fault fault(String when, RunningOperator operator) {
    return switch (when) {
      case "before" -> new Fault.Before(() -> operator.crash(CrashIT.QUICK));
      case "after" -> new Fault.After(() -> operator.crash(CrashIT.QUICK));
      default -> new Fault.LoseAnswer();
    };
  }
}
