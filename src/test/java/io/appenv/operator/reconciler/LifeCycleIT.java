package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.ResourceStatus;
import io.appenv.operator.sandbox.Kubectl;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Recording;
import io.appenv.operator.sandbox.wire.Wire;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.Settling;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The three stages of deploy/overlays on a real API server and an AWS endpoint. */
@WithOperator
class LifeCycleIT {

  private static EnvironmentUnderTest production;
  private static EnvironmentUnderTest staging;
  private static EnvironmentUnderTest development;
  private static AwsView aws;
  private static long start;

  @BeforeAll
  static void apply(Sandbox sandbox) {
    aws = new AwsView(sandbox);
    start = sandbox.wires().recording().mark();
    production = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    staging = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "staging");
    development = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "development");
    Settling.await(production);
    Settling.await(staging);
    development.awaitReady();
  }

  @AfterAll
  static void delete() {
    var all = List.of(production, staging, development);
    all.forEach(EnvironmentUnderTest::delete);
    all.forEach(EnvironmentUnderTest::awaitGone);
    aws.close();
  }

  @Test
  void theDatabaseOfProductionIsAsSpecified() {
    var database = aws.instance(production.awsPrefix()).orElseThrow();
    assertThat(database.dbInstanceStatus()).isEqualTo("available");
    assertThat(database.engine()).isEqualTo("postgres");
    assertThat(database.dbInstanceClass()).isEqualTo("db.t3.medium");
    assertThat(database.allocatedStorage()).isEqualTo(100);
    assertThat(database.multiAZ()).isTrue();
    assertThat(database.storageEncrypted()).isTrue();
    assertThat(database.backupRetentionPeriod()).isEqualTo(7);
    assertThat(database.preferredBackupWindow()).isEqualTo("17:00-18:00");
    assertThat(database.deletionProtection()).isTrue();
    assertThat(database.publiclyAccessible()).isFalse();
    var parameters =
        aws.rds()
            .describeDBParametersPaginator(
                request ->
                    request.dbParameterGroupName(
                        database.dbParameterGroups().getFirst().dbParameterGroupName()))
            .parameters();
    assertThat(parameters)
        .anySatisfy(
            parameter -> {
              assertThat(parameter.parameterName()).isEqualTo("rds.force_ssl");
              assertThat(parameter.parameterValue()).isEqualTo("1");
            });
  }

  @Test
  void theCacheOfProductionIsAsSpecified() {
    var cache = aws.group(production.awsPrefix()).orElseThrow();
    assertThat(cache.status()).isEqualTo("available");
    assertThat(cache.cacheNodeType()).isEqualTo("cache.t3.medium");
    assertThat(cache.memberClusters()).hasSize(2);
    assertThat(cache.automaticFailoverAsString()).isEqualTo("enabled");
    assertThat(cache.atRestEncryptionEnabled()).isTrue();
    assertThat(cache.transitEncryptionEnabled()).isTrue();
    assertThat(cache.authTokenEnabled()).isTrue();
  }

  @Test
  void stagingIsSmallerAndOtherwiseTheSame() {
    var database = aws.instance(staging.awsPrefix()).orElseThrow();
    assertThat(database.dbInstanceClass()).isEqualTo("db.t3.small");
    assertThat(database.allocatedStorage()).isEqualTo(50);
    assertThat(database.multiAZ()).isTrue();
    assertThat(aws.group(staging.awsPrefix()).orElseThrow().memberClusters()).hasSize(2);
  }

  @Test
  void autoscalersHaveTheSpecifiedBoundsAndTargets() {
    assertThat(autoscaler(production, "frontend")).isEqualTo("2-6 cpu=70");
    assertThat(autoscaler(production, "backend")).isEqualTo("2-8 cpu=70 memory=80");
  }

  private static String autoscaler(EnvironmentUnderTest environment, String tier) {
    var spec =
        environment
            .client()
            .autoscaling()
            .v2()
            .horizontalPodAutoscalers()
            .inNamespace(environment.namespace())
            .withName(environment.name() + "-" + tier)
            .require()
            .getSpec();
    var metrics =
        spec.getMetrics().stream()
            .map(MetricSpec::getResource)
            .map(it -> it.getName() + "=" + it.getTarget().getAverageUtilization())
            .collect(Collectors.joining(" "));
    return "%d-%d %s".formatted(spec.getMinReplicas(), spec.getMaxReplicas(), metrics);
  }

  @Test
  void connectionsCarryTheNamesOfTheStage() {
    assertThat(secret(production, "database")).containsKey("DATABASE_URL");
    assertThat(secret(production, "cache")).containsKey("REDIS_URL");
    assertThat(secret(staging, "database")).containsKey("DATABASE_URL_STG");
    assertThat(secret(staging, "cache")).containsKey("REDIS_URL_STG");
    assertThat(variables(staging, "backend"))
        .containsExactlyInAnyOrder("DATABASE_URL_STG", "REDIS_URL_STG");
    assertThat(variables(production, "backend"))
        .containsExactlyInAnyOrder("DATABASE_URL", "REDIS_URL");
    assertThat(variables(production, "frontend")).isEmpty();
    assertThat(secret(production, "database").get("DATABASE_URL"))
        .contains(aws.instance(production.awsPrefix()).orElseThrow().endpoint().address())
        .contains("sslmode=");
  }

  private static Map<String, String> secret(EnvironmentUnderTest environment, String service) {
    return environment
        .client()
        .secrets()
        .inNamespace(environment.namespace())
        .withName(environment.name() + "-" + service)
        .require()
        .getData()
        .entrySet()
        .stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry ->
                    new String(
                        Base64.getDecoder().decode(entry.getValue()), StandardCharsets.UTF_8)));
  }

  private static List<String> variables(EnvironmentUnderTest environment, String tier) {
    return environment
        .client()
        .apps()
        .deployments()
        .inNamespace(environment.namespace())
        .withName(environment.name() + "-" + tier)
        .require()
        .getSpec()
        .getTemplate()
        .getSpec()
        .getContainers()
        .getFirst()
        .getEnv()
        .stream()
        .map(EnvVar::getName)
        .toList();
  }

  @Test
  void developmentNeedsNoAws(Sandbox sandbox) {
    assertThat(aws.instances(development.awsPrefix())).isEmpty();
    assertThat(aws.groups(development.awsPrefix())).isEmpty();
    assertThat(sandbox.wires().recording().since(start, call -> call.wire() == Wire.AWS))
        .noneMatch(entry -> entry.call().target().contains(development.namespace()));
    assertThat(secret(development, "database")).containsKey("DATABASE_URL");
    assertThat(secret(development, "cache")).containsKey("REDIS_URL");
    assertThat(
            development
                .client()
                .apps()
                .statefulSets()
                .inNamespace(development.namespace())
                .list()
                .getItems())
        .hasSize(2);
  }

  @Test
  void statusListsWhatExistsInAws() {
    var status = production.status();
    assertThat(status.inventory())
        .allSatisfy(
            row -> {
              assertThat(row.arn()).startsWith("arn:aws:");
              assertThat(row.state()).isIn("available", "present");
            })
        .extracting(ResourceStatus::kind)
        .containsExactlyInAnyOrder(
            "SecurityGroup",
            "SecurityGroup",
            "SecurityGroup",
            "SecurityGroup",
            "SecurityGroup",
            "DBSubnetGroup",
            "DBParameterGroup",
            "DBInstance",
            "CacheSubnetGroup",
            "ReplicationGroup");
    assertThat(status.endpoints()).isNotNull();
    assertThat(status.plan()).isNull();
    assertThat(status.notEffective())
        .containsExactly(
            "spec.tiers[frontend].scaling.requestsPerMinute: the operator serves no metrics; set"
                + " appenv.external-metrics.enabled to true",
            "spec.tiers[backend].scaling.requestsPerMinute: no load balancer counts its requests;"
                + " write scaling.requests");
  }

  @Test
  void kubectlTellsTheTruthAtAGlance(Sandbox sandbox) {
    var kubectl = new Kubectl(sandbox.kubectl(), sandbox.adminKubeconfig());
    var row = kubectl.run("get", "appenv", "--no-headers", "-n", production.namespace()).strip();
    assertThat(row.split(" +"))
        .startsWith("production", "True", "Production", "available", "available");
    assertThat(
            kubectl.run(
                "wait",
                "--for=condition=Ready",
                "appenv/production",
                "--timeout=5s",
                "-n",
                production.namespace()))
        .contains("condition met");
  }

  @Test
  void transitionsAreEvents() {
    assertThat(production.events())
        .anyMatch(event -> event.startsWith("Available: "))
        .anyMatch(event -> event.startsWith("Creating: "));
  }

  @Test
  void nothingWasRefusedForLackOfRights(Sandbox sandbox) {
    assertThat(sandbox.wires().recording().since(0))
        .filteredOn(entry -> entry.call().wire() == Wire.KUBERNETES)
        .extracting(Recording.Entry::status)
        .doesNotContain(401, 403);
  }

  @Test
  void passwordsAreInSecretsOnly() {
    var password = secret(production, "database").get("password");
    var token = secret(production, "cache").get("password");
    assertThat(production.get().toString()).doesNotContain(password, token);
    assertThat(production.events().toString()).doesNotContain(password, token);
    var pods =
        production.client().pods().inNamespace(production.namespace()).list().getItems().toString();
    assertThat(pods).doesNotContain(password, token);
  }
}
