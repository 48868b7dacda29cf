package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.AdoptionStatus;
import io.appenv.operator.api.v1alpha1.ResourceStatus;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.testing.Adoptions;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.CreateDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.Tag;

/** A database that somebody made becomes an environment's, and is given up again. */
@WithOperator
class AdoptionIT {

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
  void aDatabaseIsAdoptedAsItIsAndReleasedAndAdoptedAgain(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
    var identifier = "shop-" + environment.namespace();
    create(sandbox, identifier, Optional.of(environment.namespace() + "/production"));
    var mark = sandbox.wires().recording().mark();

    environment.apply(
        "spec: {database: {adopt: {identifier: %s}, storage: 150Gi}}".formatted(identifier));
    environment.awaitReason("DatabaseReady", "ApprovalRequired");
    assertThat(Adoptions.operations(environment))
        .startsWith("AddTagsToResource")
        .contains("ModifyDBInstance");
    assertThat(Adoptions.writes(sandbox, mark, identifier)).isEmpty();
    assertThat(secret(environment)).isEmpty();
    assertThat(Adoptions.only(environment).patch())
        .contains("\"instanceClass\":\"db.t3.large\"")
        .contains("\"pointInTime\":\"14d\"");

    apply(environment, Objects.requireNonNull(Adoptions.only(environment).patch()));
    environment.await(
        "a plan of the ownership alone",
        _ ->
            Adoptions.operations(environment)
                .equals(List.of("AddTagsToResource", "ModifyDBInstance", "AddTagsToResource")));
    assertThat(Adoptions.only(environment).patch()).isEqualTo("{}");
    assertThat(Adoptions.writes(sandbox, mark, identifier)).isEmpty();

    environment.approve();
    environment.awaitReady();
    assertThat(Adoptions.writes(sandbox, mark, identifier))
        .extracting(entry -> entry.call().operation())
        .containsExactly("AddTagsToResource", "ModifyDBInstance", "AddTagsToResource");
    assertThat(environment.status().plan()).isNull();
    assertThat(environment.status().adoption()).isEmpty();
    assertThat(text(secret(environment).orElseThrow(), "username")).isEqualTo("shopadmin");
    assertThat(text(secret(environment).orElseThrow(), "database")).isEqualTo("shop");
    assertThat(aws.instances(environment.awsPrefix())).isEmpty();

    environment.patchSpec("database: {release: true, storage: 200Gi}");
    environment.awaitReason("DatabaseReady", "Released");
    assertThat(inventory(environment, identifier).state()).isEqualTo("Released");
    environment.delete();
    environment.awaitGone();
    var left = aws.instance(identifier).orElseThrow();
    assertThat(left.dbInstanceStatus()).isEqualTo("available");
    assertThat(left.allocatedStorage()).isEqualTo(150);
    assertThat(tag(left, "appenv.io/released")).isEqualTo("true");
    assertThat(retained(environment)).contains("DBInstance." + identifier);

    environment.apply(adopting(identifier));
    environment.awaitReason("DatabaseReady", "ChangeRefused");
    apply(environment, Objects.requireNonNull(Adoptions.only(environment).patch()));
    environment.await(
        "a plan of the ownership alone, as the password is known",
        _ -> Adoptions.operations(environment).equals(List.of("AddTagsToResource")));
    environment.approve();
    environment.awaitReady();
    assertThat(tag(aws.instance(identifier).orElseThrow(), "appenv.io/uid"))
        .isEqualTo(environment.get().getMetadata().getUid());
    environment.delete();
    environment.awaitGone();
    assertThat(aws.instance(identifier)).as("deleted as deletionPolicy says").isEmpty();
  }

  @Test
  void withoutConsentNothingIsDoneAndNothingIsTold(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
    var identifier = "secret-" + environment.namespace();
    create(sandbox, identifier, Optional.of("somebody/else"));
    var mark = sandbox.wires().recording().mark();

    environment.apply(adopting(identifier));
    var told = environment.awaitReason("DatabaseReady", "NotOurs");
    assertThat(told.getMessage())
        .contains(
            "--tags Key=appenv.io/adoptable-by,Value=" + environment.namespace() + "/production");
    var status = environment.status();
    assertThat(status.adoption()).isEmpty();
    assertThat(String.valueOf(status.endpoints())).doesNotContain(identifier);
    assertThat(String.valueOf(status.observed())).doesNotContain("150Gi");
    environment.delete();
    environment.awaitGone();
    assertThat(Adoptions.writes(sandbox, mark, identifier)).isEmpty();
    assertThat(aws.instance(identifier)).isPresent();
  }

  @Test
  void nothingIsCreatedInPlaceOfWhatIsMissing(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
    environment.apply(adopting("missing-db"));
    environment.awaitReason("DatabaseReady", "AdoptionTargetMissing");
    environment.awaitReason("CacheReady", "Available");
    assertThat(aws.instances(environment.awsPrefix())).isEmpty();
    environment.delete();
    environment.awaitGone();
  }

  @Test
  void whatAnEarlierEnvironmentRetainedIsAdoptedByName(Sandbox sandbox) {
    var environment =
        EnvironmentUnderTest.ofOverlay(
            sandbox.admin(),
            "production",
            "spec: {database: {deletionPolicy: Retain}, cache: {deletionPolicy: Retain}}");
    environment.awaitReady();
    var identifier = environment.awaitDatabaseName();
    var group = aws.group(environment.awsPrefix()).orElseThrow().replicationGroupId();
    environment.delete();
    environment.awaitGone();
    environment.apply("{}");
    var told = environment.awaitReason("DatabaseReady", "NotOurs");
    assertThat(told.getMessage()).contains("spec.database.adopt.identifier: " + identifier);

    assertThat(environment.awaitReason("CacheReady", "NotOurs").getMessage())
        .contains("spec.cache.adopt.identifier: " + group);
    var mark = sandbox.wires().recording().mark();

    environment.patchSpec(
        """
        database: {adopt: {identifier: %s}}
        cache: {adopt: {identifier: %s}}
        """
            .formatted(identifier, group));
    environment.awaitReason("DatabaseReady", "ApprovalRequired");
    environment.awaitReason("CacheReady", "ApprovalRequired");
    assertThat(environment.status().adoption())
        .extracting(AdoptionStatus::patch)
        .containsExactly("{}", "{}");
    assertThat(Adoptions.writes(sandbox, mark, environment.awsPrefix())).isEmpty();
    environment.approve();
    environment.awaitReady();
    assertThat(Adoptions.writes(sandbox, mark, environment.awsPrefix()))
        .extracting(entry -> entry.call().operation())
        .containsExactly("AddTagsToResource", "AddTagsToResource");
    assertThat(tag(aws.instance(identifier).orElseThrow(), "appenv.io/retained"))
        .isEqualTo("false");

    environment.patchSpec("cache: {release: true}");
    environment.awaitReason("CacheReady", "Released");
    environment.delete();
    environment.awaitGone();
    assertThat(aws.instance(identifier)).isEmpty();
    assertThat(aws.group(group)).isPresent();
    assertThat(retained(environment)).contains("ReplicationGroup." + group);
  }

  private static String adopting(String identifier) {
    return "spec: {database: {adopt: {identifier: %s}}}".formatted(identifier);
  }

  private static void create(Sandbox sandbox, String identifier, Optional<String> consent) {
    aws.rds()
        .createDBSubnetGroup(
            request ->
                request
                    .dbSubnetGroupName(identifier)
                    .dbSubnetGroupDescription("of the team")
                    .subnetIds(sandbox.foundation().privateSubnetIds()));
    aws.rds().createDBInstance(request -> describe(request, identifier, consent));
  }

  private static void describe(
      CreateDbInstanceRequest.Builder request, String identifier, Optional<String> consent) {
    request
        .dbInstanceIdentifier(identifier)
        .dbSubnetGroupName(identifier)
        .engine("postgres")
        .engineVersion("17.6")
        .dbInstanceClass("db.t3.large")
        .allocatedStorage(150)
        .storageType("gp3")
        .storageEncrypted(true)
        .multiAZ(false)
        .backupRetentionPeriod(14)
        .preferredBackupWindow("01:00-02:00")
        .preferredMaintenanceWindow("mon:03:00-mon:04:00")
        .deletionProtection(false)
        .autoMinorVersionUpgrade(true)
        .copyTagsToSnapshot(false)
        .publiclyAccessible(false)
        .dbName("shop")
        .masterUsername("shopadmin")
        .masterUserPassword("of-the-team-0123456789")
        .tags(
            consent.stream()
                .map(value -> Tag.builder().key(CONSENT).value(value).build())
                .toList());
  }

  private static void apply(EnvironmentUnderTest environment, String patch) {
    environment.resource().patch(PatchContext.of(PatchType.JSON_MERGE), patch);
  }

  private static ResourceStatus inventory(EnvironmentUnderTest environment, String name) {
    return environment.status().inventory().stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Secret> secret(EnvironmentUnderTest environment) {
    return Optional.ofNullable(
        environment
            .client()
            .secrets()
            .inNamespace(environment.namespace())
            .withName(environment.name() + "-database")
            .get());
  }

  private static Set<String> retained(EnvironmentUnderTest environment) {
    return environment
        .client()
        .configMaps()
        .inNamespace(environment.namespace())
        .withName(environment.name() + "-retained")
        .require()
        .getData()
        .keySet();
  }

  private static String text(Secret secret, String key) {
    return new String(
        Base64.getDecoder().decode(secret.getData().get(key)), StandardCharsets.UTF_8);
  }

  private static String tag(DBInstance instance, String key) {
    return instance.tagList().stream()
        .filter(it -> it.key().equals(key))
        .map(Tag::value)
        .findFirst()
        .orElse("");
  }
}
