package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.resolver.PredictedName;
import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Fault;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.Belongings;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.FaultScope;
import io.appenv.operator.testing.Settling;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import software.amazon.awssdk.services.rds.model.DBSnapshot;

/** What may come between an environment and its end. */
@WithOperator
@EnabledIfSystemProperty(named = FaultScope.PROPERTY, matches = "true")
class DeletionFaultsIT {

  private static AwsView aws;

  @BeforeAll
  static void lookOften(Sandbox sandbox, RunningOperator operator) {
    operator.restart(CrashIT.QUICK);
    aws = new AwsView(sandbox);
  }

  @AfterAll
  static void usualOperator(RunningOperator operator) {
    operator.stop();
    aws.close();
  }

  @Test
  void aSnapshotThatHasTheNameOfTheFinalOneIsNotTakenForIt(Sandbox sandbox) {
    var environment = ready(sandbox);
    var snapshot = finalSnapshot(environment, sandbox);
    aws.rds()
        .createDBSnapshot(
            it ->
                it.dbInstanceIdentifier(environment.awaitDatabaseName())
                    .dbSnapshotIdentifier(snapshot));
    environment.delete();
    var told = environment.awaitReason("DatabaseReady", "SnapshotFailed");
    assertThat(told.getMessage()).contains(snapshot);
    assertThat(aws.instance(environment.awsPrefix())).isPresent();

    aws.rds().deleteDBSnapshot(it -> it.dbSnapshotIdentifier(snapshot));
    environment.awaitGone();
    assertThatOneGoodSnapshotIsLeft(environment);
  }

  @Test
  void aFinalSnapshotThatFailedIsToldAndWaitsForAPerson(Sandbox sandbox) {
    var environment = ready(sandbox);
    var snapshot = finalSnapshot(environment, sandbox);
    sandbox.emulation().databases().report(snapshot, "failed");
    environment.delete();
    var told = environment.awaitReason("Stalled", "SnapshotFailed");
    assertThat(told.getMessage()).contains(snapshot, "confirmDeletion");

    environment.patchSpec("operations: {confirmDeletion: production}");
    environment.awaitGone();
    sandbox.emulation().databases().clear(snapshot);
  }

  /** Lifted by the operator, set again by somebody, and in the way of the deletion. */
  @Test
  void protectionThatComesBackIsLiftedAgain(Sandbox sandbox) {
    var environment = ready(sandbox);
    var name = environment.awaitDatabaseName();
    try (var protecting =
        sandbox
            .wires()
            .faults()
            .once(
                call -> call.operation().equals("ModifyDBInstance") && call.target().equals(name),
                new Fault.Alter(
                    (_, answer) -> {
                      aws.rds()
                          .modifyDBInstance(
                              it -> it.dbInstanceIdentifier(name).deletionProtection(true));
                      return answer;
                    }))) {
      environment.delete();
      environment.awaitGone();
      assertThat(protecting.applied()).isOne();
    }
    assertThatOneGoodSnapshotIsLeft(environment);
  }

  @Test
  void aNamespaceMayGoAndItsSecretsFirst(Sandbox sandbox) {
    var environment = ready(sandbox);
    var admin = sandbox.admin();
    admin.secrets().inNamespace(environment.namespace()).delete();
    admin.namespaces().withName(environment.namespace()).delete();
    Awaitility.await("the end of the namespace")
        .atMost(EnvironmentUnderTest.PATIENCE)
        .until(() -> admin.namespaces().withName(environment.namespace()).get() == null);
    assertThatOneGoodSnapshotIsLeft(environment);
  }

  @Test
  void whatIsMadeAgainAtOnceIsAnotherEnvironment(Sandbox sandbox) {
    var environment = ready(sandbox);
    var former = environment.get().getMetadata().getUid();
    environment.delete();
    environment.awaitGone();
    environment.apply("{}");
    Settling.await(environment);
    assertThat(aws.databaseSnapshots(environment.awsPrefix())).hasSize(1);
    assertThat(aws.instances(environment.awsPrefix()))
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.tagList())
                    .noneMatch(tag -> tag.value().equals(former))
                    .anyMatch(tag -> tag.key().equals("appenv.io/uid")));
    assertThat(aws.groups(environment.awsPrefix())).hasSize(1);
    assertThat(aws.groupNames(environment.awsPrefix())).hasSize(3);
    environment.delete();
    environment.awaitGone();
    assertThat(aws.databaseSnapshots(environment.awsPrefix())).hasSize(2);
  }

  private static EnvironmentUnderTest ready(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    Settling.await(environment);
    Belongings.assertOneOfEach(environment, aws);
    return environment;
  }

  private static String finalSnapshot(EnvironmentUnderTest environment, Sandbox sandbox) {
    var cluster =
        sandbox.admin().namespaces().withName("kube-system").require().getMetadata().getUid();
    return PredictedName.finalSnapshot(
        cluster,
        environment.namespace(),
        environment.name(),
        environment.get().getMetadata().getUid());
  }

  private static void assertThatOneGoodSnapshotIsLeft(EnvironmentUnderTest environment) {
    assertThat(aws.databaseSnapshots(environment.awsPrefix()))
        .singleElement()
        .extracting(DBSnapshot::status)
        .isEqualTo("available");
    assertThat(aws.instances(environment.awsPrefix())).isEmpty();
    assertThat(aws.groups(environment.awsPrefix())).isEmpty();
    assertThat(aws.groupNames(environment.awsPrefix())).isEmpty();
  }
}
