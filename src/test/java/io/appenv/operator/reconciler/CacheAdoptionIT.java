package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Call;
import io.appenv.operator.sandbox.wire.Recording;
import io.appenv.operator.sandbox.wire.Wire;
import io.appenv.operator.testing.Adoptions;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.model.CreateReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.Tag;
import software.amazon.awssdk.services.elasticache.model.TransitEncryptionMode;

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
    create(sandbox, identifier, consent(environment), Transit.WITH_TOKEN);
    var mark = sandbox.wires().recording().mark();

    environment.apply(adopting(identifier));
    environment.awaitReason("CacheReady", "ApprovalRequired");
    var patch = Objects.requireNonNull(Adoptions.only(environment).patch());
    assertThat(patch)
        .contains("\"nodeType\":\"cache.m6g.large\"")
        .contains("\"retention\":\"9d\"")
        .contains("\"window\":\"01:00-02:00\"")
        .contains("\"maintenanceWindow\":\"mon:03:00-mon:04:00\"");
    assertThat(Adoptions.writes(sandbox, mark, identifier)).isEmpty();

    environment.resource().patch(PatchContext.of(PatchType.JSON_MERGE), patch);
    environment.await(
        "a plan of the ownership and the token alone",
        _ ->
            Adoptions.operations(environment)
                .equals(
                    List.of(
                        "AddTagsToResource",
                        "AddTagsToResource",
                        "ModifyReplicationGroup",
                        "AddTagsToResource",
                        "ModifyReplicationGroup")));
    assertThat(Adoptions.only(environment).patch()).isEqualTo("{}");
    assertThat(Adoptions.writes(sandbox, mark, identifier)).isEmpty();

    environment.approve();
    environment.awaitReady();
    environment.await("nothing left to do", _ -> environment.status().plan() == null);
    assertThat(Adoptions.writes(sandbox, mark, identifier))
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
  void aPlainCacheIsEncryptedInTwoStepsWithTheTiersInBetween(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
    var identifier = name(environment);
    create(sandbox, identifier, consent(environment), Transit.PLAIN);
    var mark = sandbox.wires().recording().mark();
    adoptAsItIs(environment, identifier);
    assertThat(reasons(environment, "transitEncryption"))
        .as("both steps in one plan")
        .containsExactly("none -> preferred", "preferred -> required");

    environment.approve();
    environment.awaitReady();
    environment.await("nothing left to do", _ -> environment.status().plan() == null);

    var steps = calls(sandbox, mark, identifier, "TransitEncryptionMode");
    assertThat(steps)
        .extracting(call -> call.parameters().getOrDefault("TransitEncryptionMode", ""))
        .containsExactly("preferred", "required");
    assertThat(steps)
        .extracting(call -> call.parameters().getOrDefault("ApplyImmediately", ""))
        .containsOnly("true");
    var tokens = calls(sandbox, mark, identifier, "AuthTokenUpdateStrategy");
    assertThat(tokens)
        .extracting(call -> call.parameters().getOrDefault("AuthTokenUpdateStrategy", ""))
        .containsExactly("ROTATE", "SET");
    assertThat(steps.getLast().number()).isLessThan(tokens.getFirst().number());
    assertThat(deployed(sandbox, mark, environment.namespace() + "/production-backend"))
        .as("no tier is given a connection before there is TLS")
        .isNotEmpty()
        .allMatch(call -> call.number() > steps.getFirst().number());
    assertThat(Adoptions.writes(sandbox, mark, identifier)).hasSize(7);
    var group = aws.group(identifier).orElseThrow();
    assertThat(group.transitEncryptionMode()).isEqualTo(TransitEncryptionMode.REQUIRED);
    assertThat(group.authTokenEnabled()).isTrue();
    assertThat(url(environment)).startsWith("rediss://:").contains("@master.");
    environment.delete();
    environment.awaitGone();
  }

  @Test
  void whatSomebodyHasHalfDoneIsLedToItsEnd(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
    var identifier = name(environment);
    create(sandbox, identifier, consent(environment), Transit.PREFERRED);
    var mark = sandbox.wires().recording().mark();
    adoptAsItIs(environment, identifier);
    assertThat(reasons(environment, "transitEncryption")).containsExactly("preferred -> required");

    environment.approve();
    environment.await(
        "TLS to be required",
        _ -> !calls(sandbox, mark, identifier, "TransitEncryptionMode").isEmpty());

    assertThat(calls(sandbox, mark, identifier, "TransitEncryptionMode"))
        .extracting(call -> call.parameters().getOrDefault("TransitEncryptionMode", ""))
        .containsExactly("required");
    environment.awaitReady();
    environment.delete();
    environment.awaitGone();
  }

  @Test
  void aPlainCacheOfAnEarlierVersionIsToBeRaisedFirst(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
    var identifier = name(environment);
    create(sandbox, identifier, consent(environment), Transit.PLAIN_OF_VERSION_SIX);
    var mark = sandbox.wires().recording().mark();

    environment.apply(adopting(identifier));

    assertThat(environment.awaitReason("CacheReady", "AdoptionRefused").getMessage())
        .contains("aws elasticache modify-replication-group --replication-group-id " + identifier)
        .contains("--engine-version 7.1 --apply-immediately");
    assertThat(Adoptions.writes(sandbox, mark, identifier)).isEmpty();
    environment.delete();
    environment.awaitGone();
  }

  @Test
  void withoutConsentNothingIsDoneAndNothingIsTold(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
    var identifier = name(environment);
    create(sandbox, identifier, Optional.of("somebody/else"), Transit.WITH_TOKEN);
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
    assertThat(Adoptions.writes(sandbox, mark, identifier)).isEmpty();
    assertThat(aws.group(identifier)).isPresent();
  }

  /** The tags of others' caches are nobody's business, and each would be a call. */
  @Test
  void ofCachesThatNobodyNamesNothingIsRead(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
    var identifier = name(environment);
    create(sandbox, identifier, Optional.empty(), Transit.WITH_TOKEN);
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

  /** How a cache is made. */
  private enum Transit {
    PLAIN(_ -> {}),
    PLAIN_OF_VERSION_SIX(it -> it.engineVersion("6.2")),
    PREFERRED(
        it ->
            it.transitEncryptionEnabled(true)
                .transitEncryptionMode(TransitEncryptionMode.PREFERRED)),
    WITH_TOKEN(it -> it.transitEncryptionEnabled(true).authToken("of-the-team-0123456789"));

    private final Consumer<CreateReplicationGroupRequest.Builder> change;

    Transit(Consumer<CreateReplicationGroupRequest.Builder> change) {
      this.change = change;
    }
  }

  private static Optional<String> consent(EnvironmentUnderTest environment) {
    return Optional.of(environment.namespace() + "/production");
  }

  private static void create(
      Sandbox sandbox, String identifier, Optional<String> consent, Transit transit) {
    aws.elastiCache()
        .createCacheSubnetGroup(
            request ->
                request
                    .cacheSubnetGroupName(identifier)
                    .cacheSubnetGroupDescription("of the team")
                    .subnetIds(sandbox.foundation().privateSubnetIds()));
    aws.elastiCache()
        .createReplicationGroup(
            request -> {
              describe(request, identifier, consent);
              transit.change.accept(request);
            });
    // AWS may tell no tags of one that is being created.
    await()
        .atMost(EnvironmentUnderTest.PATIENCE)
        .until(() -> aws.group(identifier).orElseThrow().status().equals("available"));
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
        .cacheSubnetGroupName(identifier)
        .snapshotRetentionLimit(9)
        .snapshotWindow("01:00-02:00")
        .preferredMaintenanceWindow("mon:03:00-mon:04:00")
        .tags(
            consent.stream()
                .map(value -> Tag.builder().key(CONSENT).value(value).build())
                .toList());
  }

  /** With the patch, as whatever waits for the maintenance window would hold the rest up. */
  private static void adoptAsItIs(EnvironmentUnderTest environment, String identifier) {
    environment.apply(adopting(identifier));
    environment.awaitReason("CacheReady", "ApprovalRequired");
    environment
        .resource()
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            Objects.requireNonNull(Adoptions.only(environment).patch()));
    environment.await(
        "a plan for the patched spec",
        _ ->
            environment.status().adoption().stream()
                .anyMatch(it -> Objects.equals(it.patch(), "{}")));
  }

  /** What differs, of the planned actions about a setting. */
  private static List<String> reasons(EnvironmentUnderTest environment, String setting) {
    return Optional.ofNullable(environment.status().plan()).stream()
        .flatMap(plan -> plan.actions().stream())
        .map(action -> Objects.requireNonNull(action.reason()))
        .filter(reason -> reason.startsWith(setting + " "))
        .map(reason -> reason.substring(setting.length() + 1).split("[:,]", -1)[0])
        .toList();
  }

  private static List<Call> calls(Sandbox sandbox, long mark, String identifier, String parameter) {
    return Adoptions.writes(sandbox, mark, identifier).stream()
        .map(Recording.Entry::call)
        .filter(call -> call.parameters().containsKey(parameter))
        .toList();
  }

  private static List<Call> deployed(Sandbox sandbox, long mark, String target) {
    return sandbox.wires().recording().writesSince(mark).stream()
        .map(Recording.Entry::call)
        .filter(call -> call.wire() == Wire.KUBERNETES)
        .filter(call -> call.operation().contains("deployments"))
        .filter(call -> call.target().equals(target))
        .toList();
  }

  private static String url(EnvironmentUnderTest environment) {
    var data =
        environment
            .client()
            .secrets()
            .inNamespace(environment.namespace())
            .withName(environment.name() + "-cache")
            .require()
            .getData();
    return new String(
        Base64.getDecoder().decode(data.getOrDefault("REDIS_URL", "")), StandardCharsets.UTF_8);
  }
}
