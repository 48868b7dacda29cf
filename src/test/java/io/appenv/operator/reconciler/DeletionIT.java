package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Recording;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.EnvironmentUnderTest;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.model.Snapshot;
import software.amazon.awssdk.services.rds.model.DBSnapshot;

/** What becomes of the data of an environment that is deleted. */
@WithOperator
class DeletionIT {

  private static AwsView aws;

  @BeforeAll
  static void look(Sandbox sandbox) {
    aws = new AwsView(sandbox);
  }

  @AfterAll
  static void close() {
    aws.close();
  }

  @Test
  void byDefaultAFinalSnapshotIsTakenFirst(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    environment.awaitReady();
    var mark = sandbox.wires().recording().mark();
    environment.delete();
    environment.awaitGone();

    assertThat(aws.databaseSnapshots(environment.awsPrefix()))
        .singleElement()
        .extracting(DBSnapshot::status)
        .isEqualTo("available");
    assertThat(aws.cacheSnapshots(environment.awsPrefix()))
        .singleElement()
        .extracting(Snapshot::snapshotStatus)
        .isEqualTo("available");
    assertThatNothingElseIsLeft(environment);
    assertThat(retained(environment))
        .hasSize(2)
        .allSatisfy((name, arn) -> assertThat(arn).startsWith("arn:"));
    var calls =
        sandbox.wires().recording().writesSince(mark).stream()
            .map(Recording.Entry::call)
            .map(call -> call.operation())
            .filter(operation -> operation.matches("delete deployments|Delete.*"))
            .toList();
    assertThat(calls.lastIndexOf("delete deployments"))
        .isLessThan(calls.indexOf("DeleteDBInstance"))
        .isLessThan(calls.indexOf("DeleteReplicationGroup"));
    assertThat(calls)
        .containsSubsequence("DeleteDBInstance", "DeleteDBParameterGroup", "DeleteDBSubnetGroup")
        .containsSubsequence("DeleteReplicationGroup", "DeleteCacheSubnetGroup");
  }

  @Test
  void retainLeavesTheDataTaggedAndListed(Sandbox sandbox) {
    var environment =
        EnvironmentUnderTest.ofOverlay(
            sandbox.admin(),
            "production",
            """
            spec:
              database: {deletionPolicy: Retain}
              cache: {deletionPolicy: Retain}
            """);
    environment.awaitReady();
    environment.delete();
    environment.awaitGone();

    var database = aws.instance(environment.awsPrefix()).orElseThrow();
    assertThat(database.dbInstanceStatus()).isEqualTo("available");
    assertThat(database.deletionProtection()).isTrue();
    assertThat(database.tagList())
        .anyMatch(tag -> tag.key().equals("appenv.io/retained") && tag.value().equals("true"));
    // The mark is a change of a cache, so AWS may still be at it.
    Awaitility.await("the retained cache to be available")
        .atMost(EnvironmentUnderTest.PATIENCE)
        .until(() -> aws.group(environment.awsPrefix()).orElseThrow().status().equals("available"));
    assertThat(retained(environment)).hasSize(2);
    assertThat(
            environment
                .client()
                .secrets()
                .inNamespace(environment.namespace())
                .withName("production-database-credentials")
                .require()
                .getMetadata()
                .getOwnerReferences())
        .isEmpty();
  }

  @Test
  void deleteWaitsForAConfirmationThatNamesTheEnvironment(Sandbox sandbox) {
    var environment =
        EnvironmentUnderTest.ofOverlay(
            sandbox.admin(),
            "production",
            """
            spec:
              database: {deletionPolicy: Delete, deletionProtection: false}
              cache: {deletionPolicy: Delete}
            """);
    environment.awaitReady();
    environment.delete();
    environment.awaitReason("Stalled", "ConfirmationMissing");
    assertThat(aws.instance(environment.awsPrefix())).isPresent();
    assertThat(aws.group(environment.awsPrefix())).isPresent();

    environment.patchSpec("operations: {confirmDeletion: production}");
    environment.awaitGone();
    assertThat(aws.databaseSnapshots(environment.awsPrefix())).isEmpty();
    assertThat(aws.cacheSnapshots(environment.awsPrefix())).isEmpty();
    assertThatNothingElseIsLeft(environment);
  }

  @Test
  void deletingInTheMiddleOfCreatingLeavesNothing(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    var database = environment.awaitDatabaseName();
    sandbox.emulation().databases().report(database, "creating");
    Awaitility.await("the database in AWS")
        .atMost(EnvironmentUnderTest.PATIENCE)
        .until(() -> aws.instance(environment.awsPrefix()).isPresent());
    environment.delete();
    environment.await(
        "the deletion to wait for the creation",
        it -> String.valueOf(it.getStatus()).contains("once it is available"));
    assertThat(aws.instance(environment.awsPrefix())).isPresent();
    sandbox.emulation().databases().clear(database);
    environment.awaitGone();
    assertThat(aws.databaseSnapshots(environment.awsPrefix())).hasSize(1);
    assertThatNothingElseIsLeft(environment);
  }

  @Test
  void anEnvironmentThatNeverFoundItsNetworkIsGoneAtOnce(Sandbox sandbox) {
    var environment =
        EnvironmentUnderTest.ofOverlay(
            sandbox.admin(),
            "production",
            "spec: {network: {vpc: {tags: null, id: vpc-0000000a}}}");
    environment.awaitReason("NetworkReady", "VpcNotFound");
    environment.delete();
    environment.awaitGone();
  }

  private static void assertThatNothingElseIsLeft(EnvironmentUnderTest environment) {
    assertThat(aws.instances(environment.awsPrefix())).isEmpty();
    assertThat(aws.groups(environment.awsPrefix())).isEmpty();
    assertThat(aws.groupNames(environment.awsPrefix())).isEmpty();
    assertThat(environment.client().pods().inNamespace(environment.namespace()).list().getItems())
        .isEmpty();
  }

  private static Map<String, String> retained(EnvironmentUnderTest environment) {
    return environment
        .client()
        .configMaps()
        .inNamespace(environment.namespace())
        .withName("production-retained")
        .require()
        .getData();
  }
}
