package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.AdoptionStatus;
import io.appenv.operator.api.v1alpha1.PlannedActionStatus;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Recording;
import io.appenv.operator.sandbox.wire.Wire;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.model.CreateReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** A cache that somebody made becomes an environment's, whatever its name. */
@WithOperator
class CacheAdoptionIT {

  private static final String CONSENT = "appenv.io/adoptable-by";

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
  void aCacheOfAnyNameIsAdoptedAsItIsAndIsNotLostSightOf(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
    var identifier = name(environment);
    create(sandbox, identifier, Optional.of(environment.namespace() + "/production"));
    var mark = sandbox.wires().recording().mark();

    environment.apply(adopting(identifier));
    environment.awaitReason("CacheReady", "ApprovalRequired");
    var patch = Objects.requireNonNull(adoption(environment).patch());
    assertThat(patch)
        .contains("\"nodeType\":\"cache.m6g.large\"")
        .contains("\"retention\":\"9d\"")
        .contains("\"window\":\"01:00-02:00\"")
        .contains("\"maintenanceWindow\":\"mon:03:00-mon:04:00\"");
    assertThat(writes(sandbox, mark, identifier)).isEmpty();

    environment.resource().patch(PatchContext.of(PatchType.JSON_MERGE), patch);
    environment.await(
        "a plan of the ownership and the token alone",
        _ ->
            operations(environment)
                .equals(
                    List.of(
                        "AddTagsToResource",
                        "AddTagsToResource",
                        "ModifyReplicationGroup",
                        "AddTagsToResource",
                        "ModifyReplicationGroup")));
    assertThat(adoption(environment).patch()).isEqualTo("{}");
    assertThat(writes(sandbox, mark, identifier)).isEmpty();

    approve(environment);
    environment.awaitReady();
    environment.await("nothing left to do", _ -> environment.status().plan() == null);
    assertThat(writes(sandbox, mark, identifier))
        .extracting(entry -> entry.call().operation())
        .containsExactly(
            "AddTagsToResource",
            "AddTagsToResource",
            "ModifyReplicationGroup",
            "AddTagsToResource",
            "ModifyReplicationGroup");
    assertThat(aws.groups(environment.awsPrefix())).isEmpty();
    assertThat(aws.groupNames(environment.awsPrefix()))
        .noneMatch(it -> it.startsWith("CacheSubnetGroup"));

    environment.patchSpec("cache: {adopt: null}");
    assertThat(environment.awaitReason("CacheReady", "AdoptionRefused").getMessage())
        .contains("has cache " + identifier + " already");
    environment.patchSpec("cache: {adopt: {identifier: %s}}".formatted(identifier));
    environment.awaitReady();

    environment.delete();
    environment.awaitGone();
    assertThat(aws.group(identifier)).as("deleted as deletionPolicy says").isEmpty();
    assertThat(aws.cacheSnapshots(environment.awsPrefix())).hasSize(1);
    assertThat(aws.groupNames(identifier)).containsExactly("CacheSubnetGroup " + identifier);
  }

  @Test
  void withoutConsentNothingIsDoneAndNothingIsTold(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
    var identifier = name(environment);
    create(sandbox, identifier, Optional.of("somebody/else"));
    var mark = sandbox.wires().recording().mark();

    environment.apply(adopting(identifier));
    var told = environment.awaitReason("CacheReady", "NotOurs");
    assertThat(told.getMessage())
        .contains(
            "--tags Key=appenv.io/adoptable-by,Value=" + environment.namespace() + "/production");
    var status = environment.status();
    assertThat(status.adoption()).isEmpty();
    assertThat(String.valueOf(status.endpoints())).doesNotContain(identifier);
    assertThat(String.valueOf(status.observed())).doesNotContain("m6g");
    environment.delete();
    environment.awaitGone();
    assertThat(writes(sandbox, mark, identifier)).isEmpty();
    assertThat(aws.group(identifier)).isPresent();
  }

  /** The tags of others' caches are nobody's business, and each would be a call. */
  @Test
  void ofCachesThatNobodyNamesNothingIsRead(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
    var identifier = name(environment);
    create(sandbox, identifier, Optional.empty());
    var mark = sandbox.wires().recording().mark();

    environment.apply("spec: {cache: {adopt: {identifier: missing-cache}}}");
    environment.awaitReason("CacheReady", "AdoptionTargetMissing");
    environment.delete();
    environment.awaitGone();

    assertThat(sandbox.wires().recording().since(mark))
        .filteredOn(entry -> entry.call().operation().equals("ListTagsForResource"))
        .noneMatch(entry -> entry.call().parameters().toString().contains(identifier));
  }

  private static String name(EnvironmentUnderTest environment) {
    var name = "shop-" + environment.namespace();
    return name.substring(0, Math.min(40, name.length())).replaceAll("-$", "");
  }

  private static String adopting(String identifier) {
    return "spec: {cache: {adopt: {identifier: %s}}}".formatted(identifier);
  }

  private static void create(Sandbox sandbox, String identifier, Optional<String> consent) {
    aws.elastiCache()
        .createCacheSubnetGroup(
            request ->
                request
                    .cacheSubnetGroupName(identifier)
                    .cacheSubnetGroupDescription("of the team")
                    .subnetIds(sandbox.foundation().privateSubnetIds()));
    aws.elastiCache().createReplicationGroup(request -> describe(request, identifier, consent));
  }

  private static void describe(
      CreateReplicationGroupRequest.Builder request, String identifier, Optional<String> consent) {
    request
        .replicationGroupId(identifier)
        .replicationGroupDescription("of the team")
        .engine("redis")
        .engineVersion("7.1")
        .autoMinorVersionUpgrade(false)
        .cacheNodeType("cache.m6g.large")
        .replicasPerNodeGroup(1)
        .automaticFailoverEnabled(true)
        .multiAZEnabled(true)
        .atRestEncryptionEnabled(true)
        .transitEncryptionEnabled(true)
        .authToken("of-the-team-0123456789")
        .cacheSubnetGroupName(identifier)
        .snapshotRetentionLimit(9)
        .snapshotWindow("01:00-02:00")
        .preferredMaintenanceWindow("mon:03:00-mon:04:00")
        .tags(
            consent.stream()
                .map(value -> Tag.builder().key(CONSENT).value(value).build())
                .toList());
  }

  private static void approve(EnvironmentUnderTest environment) {
    var plan = Objects.requireNonNull(environment.status().plan());
    environment.annotate("appenv.io/approve", plan.hash());
  }

  private static List<String> operations(EnvironmentUnderTest environment) {
    return Optional.ofNullable(environment.status().plan()).stream()
        .flatMap(plan -> plan.actions().stream())
        .filter(action -> !action.target().startsWith(environment.awsPrefix()))
        .filter(action -> !action.action().equals("CreateDeployment"))
        .map(PlannedActionStatus::action)
        .toList();
  }

  private static AdoptionStatus adoption(EnvironmentUnderTest environment) {
    assertThat(environment.status().adoption()).hasSize(1);
    return environment.status().adoption().getFirst();
  }

  private static List<Recording.Entry> writes(Sandbox sandbox, long mark, String identifier) {
    return sandbox.wires().recording().writesSince(mark).stream()
        .filter(entry -> entry.call().wire() == Wire.AWS)
        .filter(entry -> entry.call().parameters().toString().contains(identifier))
        .toList();
  }
}
