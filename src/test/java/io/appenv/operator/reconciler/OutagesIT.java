package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Call;
import io.appenv.operator.sandbox.wire.Fault;
import io.appenv.operator.sandbox.wire.Faults;
import io.appenv.operator.sandbox.wire.Wire;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.Belongings;
import io.appenv.operator.testing.EnvironmentUnderTest;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that get lost or, on the way to the API server, are answered wrong. */
@WithOperator
class OutagesIT {

  private static final List<String> CREATIONS =
      List.of(
          "CreateDBSubnetGroup",
          "CreateDBParameterGroup",
          "ModifyDBParameterGroup",
          "CreateDBInstance",
          "CreateCacheSubnetGroup",
          "CreateReplicationGroup");

  /** Of the Kubernetes API; those about Secrets are creations, the others patches. */
  private static final List<String> APPLICATIONS =
      List.of(
          "create secrets",
          "patch secrets",
          "patch serviceaccounts",
          "patch services",
          "patch deployments",
          "patch horizontalpodautoscalers",
          "patch poddisruptionbudgets",
          "patch appenvironments/status");

  private static AwsView aws;

  @BeforeAll
  static void look(Sandbox sandbox) {
    aws = new AwsView(sandbox);
  }

  @AfterAll
  static void close() {
    aws.close();
  }

  static Stream<Fault> untruths() {
    return Stream.of(Fault.errorAfterCommit(), new Fault.LoseAnswer(), new Fault.LoseRequest());
  }

  /** Every creation meets it once, so that each of them has its own next attempt. */
  @Test
  void everyCreationInAwsIsLostOnce(Sandbox sandbox) {
    converges(sandbox, Wire.AWS, CREATIONS, new Fault.LoseRequest());
  }

  @ParameterizedTest
  @MethodSource("untruths")
  void nothingIsMadeTwiceInTheCluster(Fault fault, Sandbox sandbox) {
    converges(sandbox, Wire.KUBERNETES, APPLICATIONS, fault);
  }

  private static void converges(Sandbox sandbox, Wire wire, List<String> operations, Fault fault) {
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
    var rules =
        operations.stream()
            .map(
                operation ->
                    sandbox.wires().faults().once(meets(environment, wire, operation), fault))
            .toList();
    environment.apply("{}");
    environment.awaitReady();
    Belongings.assertOneOfEach(environment, aws);
    assertThat(rules).extracting(Faults.Rule::applied).containsOnly(1);
    rules.forEach(Faults.Rule::close);
    environment.delete();
    environment.awaitGone();
  }

  private static Predicate<Call> meets(
      EnvironmentUnderTest environment, Wire wire, String operation) {
    var start = wire == Wire.AWS ? environment.awsPrefix() : environment.namespace() + "/";
    return call ->
        call.wire() == wire
            && call.operation().equals(operation)
            && call.target().startsWith(start);
  }

  /** For both wires: nothing gets through at all, and then everything does. */
  @Test
  void anOutageIsWaitedOut(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
    var faults = sandbox.wires().faults();
    try (var cluster = faults.always(isAbout(environment), new Fault.LoseRequest());
        var cloud =
            faults.always(
                call -> call.wire() == Wire.AWS && call.isWrite(), new Fault.LoseRequest())) {
      environment.apply("{}");
      Awaitility.await("some attempts")
          .atMost(EnvironmentUnderTest.PATIENCE)
          .until(() -> cluster.applied() >= 3);
      assertThat(cloud.applied()).isZero();
      assertThat(aws.groupNames(environment.awsPrefix())).isEmpty();
    }
    environment.awaitReady();
    Belongings.assertOneOfEach(environment, aws);
    environment.delete();
    environment.awaitGone();
  }

  private static Predicate<Call> isAbout(EnvironmentUnderTest environment) {
    return call ->
        call.wire() == Wire.KUBERNETES
            && call.isWrite()
            && call.target().startsWith(environment.namespace() + "/");
  }
}
