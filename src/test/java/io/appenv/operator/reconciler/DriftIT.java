package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.AwsFoundation;
import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Wire;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.Settling;
import io.appenv.operator.testing.SharedEnvironment;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.rds.model.ApplyMethod;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.Parameter;
import software.amazon.awssdk.services.rds.model.Subnet;

/** Somebody else changes in AWS what the environment declares, and the operator puts it right. */
@WithOperator
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DriftIT {

  private static SharedEnvironment shared;
  private EnvironmentUnderTest environment;
  private static AwsView aws;
  private String name;

  @BeforeAll
  static void prepare(Sandbox sandbox, RunningOperator operator) {
    operator.restart(List.of("-Dappenv.sweep.idle-interval=1s"));
    aws = new AwsView(sandbox);
    shared =
        new SharedEnvironment(() -> EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production"));
    aws.rds()
        .createDBParameterGroup(
            request ->
                request
                    .dbParameterGroupName(DatabaseDrift.FOREIGN_GROUP)
                    .dbParameterGroupFamily("postgres17")
                    .description("of somebody else"));
  }

  @AfterAll
  static void finish(RunningOperator operator) {
    shared.deleteAll();
    aws.close();
    operator.stop();
  }

  @BeforeEach
  void take() {
    environment = shared.take();
    Settling.await(environment);
    name = database().dbInstanceIdentifier();
    await(
        "AWS at rest",
        () ->
            database().dbInstanceStatus().equals("available")
                && cache().status().equals("available"));
  }

  @ParameterizedTest
  @EnumSource
  @Order(1)
  void theDatabaseIsPutRight(DatabaseDrift drift, Sandbox sandbox) {
    var mark = sandbox.wires().recording().mark();
    aws.rds().modifyDBInstance(drift.request(name));
    if (drift.isAsked()) {
      environment.approve();
    }
    if (drift.isDeferred()) {
      awaitWindow("DatabaseReady");
      assertThat(drift.isAsDeclared(database())).isFalse();
      sandbox.emulation().openMaintenanceWindow();
    }
    await(drift.toString(), () -> drift.isAsDeclared(database()) && isWritten(sandbox, mark));
    if (drift == DatabaseDrift.PARAMETER_GROUP) {
      awaitWindow("DatabaseReady");
      aws.rds().rebootDBInstance(request -> request.dbInstanceIdentifier(name));
    }
    Settling.await(environment);
    shared.giveBack();
  }

  @ParameterizedTest
  @EnumSource
  @Order(2)
  void theCacheIsPutRight(CacheDrift drift, Sandbox sandbox) {
    var mark = sandbox.wires().recording().mark();
    aws.elastiCache().modifyReplicationGroup(drift.request(name));
    if (drift.isAsked()) {
      environment.approve();
    }
    if (drift.isDeferred()) {
      awaitWindow("CacheReady");
      assertThat(drift.isAsDeclared(cache(), nodes())).isFalse();
      sandbox.emulation().openMaintenanceWindow();
    }
    await(drift.toString(), () -> drift.isAsDeclared(cache(), nodes()) && isWritten(sandbox, mark));
    Settling.await(environment);
    shared.giveBack();
  }

  @Test
  @Order(3)
  void aNodeTooManyIsTakenAwayOnceApproved() {
    aws.elastiCache()
        .increaseReplicaCount(
            request -> request.replicationGroupId(name).newReplicaCount(2).applyImmediately(true));
    environment.awaitReason("CacheReady", "ApprovalRequired");
    assertThat(cache().memberClusters()).hasSize(3);
    environment.approve();
    await("two nodes", () -> cache().memberClusters().size() == 2);
    Settling.await(environment);
    shared.giveBack();
  }

  @Test
  @Order(4)
  void tagsOfOwnershipComeBackAndForeignOnesStay(Sandbox sandbox) {
    var mark = sandbox.wires().recording().mark();
    var database = database().dbInstanceArn();
    var cache = cache().arn();
    aws.rds().addTagsToResource(request -> request.resourceName(database).tags(tag("team", "x")));
    aws.rds()
        .addTagsToResource(request -> request.resourceName(database).tags(tag(NAME_TAG, "wrong")));
    aws.rds()
        .removeTagsFromResource(request -> request.resourceName(database).tagKeys(MANAGER_TAG));
    aws.elastiCache()
        .addTagsToResource(
            request -> request.resourceName(cache).tags(it -> it.key("team").value("x")));
    // Tagging is a change, after which ElastiCache takes no other at once.
    await("the cache to take changes", () -> cache().status().equals("available"));
    aws.elastiCache()
        .removeTagsFromResource(request -> request.resourceName(cache).tagKeys(MANAGER_TAG));

    await("tags of the database", () -> databaseTags().entrySet().containsAll(OWN.entrySet()));
    await(
        "tags of the cache",
        () ->
            sandbox.wires().recording().writesSince(mark).stream()
                .filter(entry -> entry.call().target().equals(cache))
                .anyMatch(entry -> entry.status() == 200));
    await("the cache to tell its tags", () -> cache().status().equals("available"));
    Settling.await(environment);
    assertThat(databaseTags()).containsEntry("team", "x");
    assertThat(cacheTags())
        .containsEntry("team", "x")
        .containsEntry(MANAGER_TAG, "appenv-operator");
    shared.giveBack();
  }

  @Test
  @Order(5)
  void groupsArePutRightAndForeignParametersStay(Sandbox sandbox) {
    var some = sandbox.foundation().privateSubnetIds().subList(0, 2);
    aws.rds().modifyDBSubnetGroup(request -> request.dbSubnetGroupName(name).subnetIds(some));
    aws.elastiCache()
        .modifyCacheSubnetGroup(request -> request.cacheSubnetGroupName(name).subnetIds(some));
    aws.rds()
        .modifyDBParameterGroup(
            request ->
                request
                    .dbParameterGroupName(name + "-postgres17")
                    .parameters(
                        parameter("rds.force_ssl", "0"),
                        parameter("log_min_duration_statement", "500")));

    var all = sandbox.foundation().privateSubnetIds();
    await("subnets of the database", () -> sameSubnets(databaseSubnets(), all));
    await("subnets of the cache", () -> sameSubnets(cacheSubnets(), all));
    await("the forced parameter", () -> "1".equals(parameters().get("rds.force_ssl")));
    assertThat(parameters()).containsEntry("log_min_duration_statement", "500");
    Settling.await(environment);
    shared.giveBack();
  }

  @Test
  @Order(6)
  void whatLosesItsOwnerIsLeftAloneUntilItHasOneAgain(Sandbox sandbox) {
    var arn = database().dbInstanceArn();
    var uid = databaseTags().getOrDefault(UID_TAG, "");
    var mark = sandbox.wires().recording().mark();
    aws.rds().removeTagsFromResource(request -> request.resourceName(arn).tagKeys(UID_TAG));
    environment.awaitReason("DatabaseReady", "NotOurs");
    assertThat(isWritten(sandbox, mark)).isFalse();

    aws.rds().addTagsToResource(request -> request.resourceName(arn).tags(tag(UID_TAG, uid)));
    Settling.await(environment);
    shared.giveBack();
  }

  @Test
  @Order(7)
  void storageThatSomebodyAddedIsTold() {
    aws.rds()
        .modifyDBInstance(
            request ->
                request.dbInstanceIdentifier(name).allocatedStorage(150).applyImmediately(true));
    var told = environment.awaitReason("DatabaseReady", "ChangeRefused");
    assertThat(told.getMessage()).contains("150Gi").contains("spec.database.storage");
    environment.patchSpec("database: {storage: 150Gi}");
    Settling.await(environment);
    assertThat(database().allocatedStorage()).isEqualTo(150);
    shared.giveBack();
  }

  private static final String UID_TAG = "appenv.io/uid";
  private static final String NAME_TAG = "appenv.io/name";
  private static final String MANAGER_TAG = "app.kubernetes.io/managed-by";
  private static final Map<String, String> OWN =
      Map.of(NAME_TAG, "production", MANAGER_TAG, "appenv-operator");

  private DBInstance database() {
    return aws.instance(environment.awsPrefix()).orElseThrow();
  }

  private ReplicationGroup cache() {
    return aws.group(environment.awsPrefix()).orElseThrow();
  }

  private List<CacheCluster> nodes() {
    return aws.elastiCache().describeCacheClusters().cacheClusters().stream()
        .filter(node -> name.equals(node.replicationGroupId()))
        .toList();
  }

  private Map<String, String> databaseTags() {
    return database().tagList().stream()
        .collect(Collectors.toMap(it -> it.key(), it -> it.value()));
  }

  private Map<String, String> cacheTags() {
    return aws
        .elastiCache()
        .listTagsForResource(request -> request.resourceName(cache().arn()))
        .tagList()
        .stream()
        .collect(Collectors.toMap(it -> it.key(), it -> it.value()));
  }

  private List<String> databaseSubnets() {
    return aws
        .rds()
        .describeDBSubnetGroups(request -> request.dbSubnetGroupName(name))
        .dbSubnetGroups()
        .getFirst()
        .subnets()
        .stream()
        .map(Subnet::subnetIdentifier)
        .toList();
  }

  private List<String> cacheSubnets() {
    return aws
        .elastiCache()
        .describeCacheSubnetGroups(request -> request.cacheSubnetGroupName(name))
        .cacheSubnetGroups()
        .getFirst()
        .subnets()
        .stream()
        .map(it -> it.subnetIdentifier())
        .toList();
  }

  private Map<String, String> parameters() {
    return aws
        .rds()
        .describeDBParametersPaginator(
            request -> request.dbParameterGroupName(name + "-postgres17"))
        .parameters()
        .stream()
        .collect(Collectors.toMap(Parameter::parameterName, Parameter::parameterValue));
  }

  private static Parameter parameter(String key, String value) {
    return Parameter.builder()
        .parameterName(key)
        .parameterValue(value)
        .applyMethod(ApplyMethod.IMMEDIATE)
        .build();
  }

  private static software.amazon.awssdk.services.rds.model.Tag tag(String key, String value) {
    return software.amazon.awssdk.services.rds.model.Tag.builder().key(key).value(value).build();
  }

  private static boolean sameSubnets(List<String> some, List<String> others) {
    return some.stream().sorted().toList().equals(others.stream().sorted().toList());
  }

  /** What waits for the maintenance window does not hold up Ready. */
  private void awaitWindow(String condition) {
    environment.awaitReason(condition, "PendingMaintenance");
    environment.awaitReady();
  }

  private boolean isWritten(Sandbox sandbox, long mark) {
    return sandbox.wires().recording().writesSince(mark).stream()
        .map(entry -> entry.call())
        .filter(call -> call.wire() == Wire.AWS && call.region().equals(AwsFoundation.REGION))
        .anyMatch(call -> call.target().contains(name));
  }

  private void await(String what, BooleanSupplier condition) {
    environment.await(what, it -> condition.getAsBoolean());
  }
}
