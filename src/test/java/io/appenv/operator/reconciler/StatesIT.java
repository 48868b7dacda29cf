package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Wire;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.Settling;
import io.appenv.operator.testing.SharedEnvironment;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.rds.model.DBInstance;

/** States that AWS reports of the data stores of an environment that was Ready. */
@WithOperator
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StatesIT {

  private static SharedEnvironment shared;
  private EnvironmentUnderTest environment;
  private static AwsView aws;
  private String name;

  @BeforeAll
  static void apply(Sandbox sandbox, RunningOperator operator) {
    operator.restart(List.of("-Dappenv.sweep.idle-interval=1s"));
    aws = new AwsView(sandbox);
    shared =
        new SharedEnvironment(() -> EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production"));
  }

  @AfterAll
  static void finish(Sandbox sandbox, RunningOperator operator) {
    sandbox.emulation().databases().clear();
    sandbox.emulation().caches().clear();
    shared.deleteAll();
    aws.close();
    operator.stop();
  }

  @BeforeEach
  void take() {
    environment = shared.take();
    Settling.await(environment);
    name = environment.awaitDatabaseName();
  }

  @ParameterizedTest
  @CsvSource({
    "half-upgraded, UnknownState, half-upgraded",
    "failed, DataStoreFailed, restore the latest",
    "incompatible-parameters, DataStoreFailed, reset the parameters",
    "incompatible-network, DataStoreFailed, free IP addresses",
    "inaccessible-encryption-credentials, DataStoreFailed, KMS key",
    "stopped, DataStoreFailed, start it in RDS",
    "storage-full, DataStoreFailed, a larger spec.database.storage"
  })
  @Order(1)
  void ofTheDatabase(String state, String reason, String remedy, Sandbox sandbox) {
    var mark = sandbox.wires().recording().mark();
    sandbox.emulation().databases().report(name, state);
    assertTold("DatabaseReady", reason, remedy);
    assertThat(environment.status().databaseState()).isEqualTo(state);
    assertNothingWritten(sandbox, mark);
    sandbox.emulation().databases().clear(name);
    Settling.await(environment);
    shared.giveBack();
  }

  @ParameterizedTest
  @CsvSource({
    "half-upgraded, UnknownState, half-upgraded",
    "create-failed, DataStoreFailed, delete the environment",
    "incompatible-network, DataStoreFailed, free IP addresses",
    "restore-failed, DataStoreFailed, restore another snapshot"
  })
  @Order(2)
  void ofTheCache(String state, String reason, String remedy, Sandbox sandbox) {
    var mark = sandbox.wires().recording().mark();
    sandbox.emulation().caches().report(name, state);
    assertTold("CacheReady", reason, remedy);
    assertThat(environment.status().cacheState()).isEqualTo(state);
    assertNothingWritten(sandbox, mark);
    sandbox.emulation().caches().clear(name);
    Settling.await(environment);
    shared.giveBack();
  }

  @Test
  @Order(3)
  void aFullVolumeIsGivenMoreStorage(Sandbox sandbox) {
    sandbox.emulation().databases().report(name, "storage-full");
    assertTold("DatabaseReady", "DataStoreFailed", "spec.database.storage");
    environment.patchSpec("database: {storage: 120Gi}");
    Awaitility.await("more storage")
        .atMost(EnvironmentUnderTest.PATIENCE)
        .until(() -> database().allocatedStorage() == 120);
    sandbox.emulation().databases().clear(name);
    Settling.await(environment);
    shared.giveBack();
  }

  @Test
  @Order(4)
  void aDatabaseThatSomebodyDeletedIsNotReplacedByAnEmptyOne(Sandbox sandbox) {
    var before = database();
    aws.rds()
        .modifyDBInstance(
            request ->
                request
                    .dbInstanceIdentifier(name)
                    .deletionProtection(false)
                    .applyImmediately(true));
    aws.rds()
        .deleteDBInstance(request -> request.dbInstanceIdentifier(name).skipFinalSnapshot(true));
    assertTold("DatabaseReady", "DataStoreMissing", "restore a snapshot");
    assertNothingMade(sandbox, "CreateDBInstance");

    restore(before);
    Settling.await(environment);
    assertThat(aws.instances(environment.awsPrefix())).hasSize(1);
    shared.giveBack();
  }

  @Test
  @Order(5)
  void aCacheThatSomebodyDeletedIsNotReplacedByAnEmptyOne(Sandbox sandbox) {
    aws.elastiCache().deleteReplicationGroup(request -> request.replicationGroupId(name));
    assertTold("CacheReady", "DataStoreMissing", "restore a snapshot");
    assertNothingMade(sandbox, "CreateReplicationGroup");
    environment.patchSpec("operations: {confirmDeletion: production}");
    shared.giveBack();
  }

  /**
   * As an operator of AWS does, who has read the message. With another parameter group it would
   * have to be restarted.
   */
  private void restore(DBInstance before) {
    aws.rds()
        .createDBInstance(
            request ->
                request
                    .dbInstanceIdentifier(name)
                    .engine(before.engine())
                    .engineVersion(before.engineVersion())
                    .dbInstanceClass(before.dbInstanceClass())
                    .allocatedStorage(before.allocatedStorage())
                    .storageEncrypted(true)
                    .multiAZ(true)
                    .dbName(before.dbName())
                    .masterUsername(before.masterUsername())
                    .masterUserPassword("of-the-snapshot")
                    .dbSubnetGroupName(name)
                    .dbParameterGroupName(
                        before.dbParameterGroups().getFirst().dbParameterGroupName())
                    .tags(
                        before.tagList().stream()
                            .filter(tag -> tag.key().matches("appenv.io/(cluster|uid)"))
                            .toList()));
  }

  private DBInstance database() {
    return aws.instance(environment.awsPrefix()).orElseThrow();
  }

  private void assertTold(String condition, String reason, String remedy) {
    var told = environment.awaitReason(condition, reason);
    assertThat(told.getStatus()).isEqualTo("False");
    assertThat(told.getMessage()).contains(remedy);
    var ready = environment.condition("Ready").orElseThrow();
    assertThat(ready.getStatus()).isEqualTo("False");
    assertThat(ready.getReason()).isEqualTo(reason);
  }

  private void assertNothingWritten(Sandbox sandbox, long mark) {
    assertThat(sandbox.wires().recording().writesSince(mark))
        .noneMatch(entry -> entry.call().wire() == Wire.AWS);
  }

  /** Two more sweeps go by in which the operator could have done it. */
  private void assertNothingMade(Sandbox sandbox, String operation) {
    var mark = sandbox.wires().recording().mark();
    Awaitility.await("two sweeps")
        .atMost(EnvironmentUnderTest.PATIENCE)
        .until(
            () ->
                sandbox
                        .wires()
                        .recording()
                        .since(
                            mark,
                            call ->
                                call.operation().equals("DescribeCacheClusters")
                                    || call.operation().equals("DescribeDBInstances"))
                        .size()
                    >= 4);
    assertThat(sandbox.wires().recording().writesSince(mark))
        .noneMatch(entry -> entry.call().operation().equals(operation));
  }
}
