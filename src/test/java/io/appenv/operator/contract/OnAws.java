package io.appenv.operator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.resolver.PredictedName;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.Settling;
import org.awaitility.Awaitility;
import software.amazon.awssdk.services.rds.model.DBInstance;

/** What is the same for both ways to RDS and ElastiCache. */
abstract class OnAws implements BackendUnderTest {

  static final String SMALL = "db.t3.medium";
  static final String LARGE = "db.t3.large";
  private static final int RETENTION_DAYS = 7;

  @Override
  public void awaitRest(EnvironmentUnderTest environment) {
    Settling.await(environment);
  }

  @Override
  public void drift(EnvironmentUnderTest environment, AwsView aws) {
    var name = instance(environment, aws).dbInstanceIdentifier();
    aws.rds()
        .modifyDBInstance(
            request ->
                request
                    .dbInstanceIdentifier(name)
                    .backupRetentionPeriod(RETENTION_DAYS - 4)
                    .applyImmediately(true));
  }

  @Override
  public boolean isAsDeclared(EnvironmentUnderTest environment, AwsView aws) {
    return instance(environment, aws).backupRetentionPeriod() == RETENTION_DAYS;
  }

  @Override
  public void meetForeigner(Sandbox sandbox, AwsView aws) {
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
    var cluster =
        sandbox.admin().namespaces().withName("kube-system").require().getMetadata().getUid();
    var name =
        PredictedName.of(cluster, environment.namespace(), environment.name()) + "-postgres17";
    aws.rds()
        .createDBParameterGroup(
            request ->
                request
                    .dbParameterGroupName(name)
                    .dbParameterGroupFamily("postgres17")
                    .description("of somebody else"));
    var mark = sandbox.wires().recording().mark();
    environment.apply(manifest(""));
    environment.awaitReason("DatabaseReady", "NotOurs");
    assertThat(sandbox.wires().recording().writesSince(mark))
        .noneMatch(entry -> entry.call().operation().endsWith("DBParameterGroup"));

    aws.rds().deleteDBParameterGroup(request -> request.dbParameterGroupName(name));
    environment.delete();
    environment.awaitGone();
  }

  @Override
  public void assertCopied(EnvironmentUnderTest environment, AwsView aws) {
    assertThat(aws.databaseSnapshots(environment.awsPrefix()))
        .extracting(it -> it.status())
        .containsExactly("available");
    assertThat(aws.cacheSnapshots(environment.awsPrefix()))
        .extracting(it -> it.snapshotStatus())
        .containsExactly("available");
    assertThat(aws.instance(environment.awsPrefix())).isEmpty();
    assertThat(aws.group(environment.awsPrefix())).isEmpty();
  }

  @Override
  public void assertRetained(EnvironmentUnderTest environment, AwsView aws) {
    var kept = instance(environment, aws);
    assertThat(kept.dbInstanceStatus()).isEqualTo("available");
    assertThat(kept.tagList()).anyMatch(tag -> tag.key().equals("appenv.io/retained"));
    assertThat(aws.group(environment.awsPrefix())).isPresent();
  }

  @Override
  public EnvironmentUnderTest apply(Sandbox sandbox, String patch) {
    return EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production", manifest(patch));
  }

  private String manifest(String spec) {
    return "spec: {aws: {backend: %s}%s}".formatted(name(), spec.isEmpty() ? "" : ", " + spec);
  }

  /** The backend as a manifest names it. */
  abstract String name();

  static void awaitClass(EnvironmentUnderTest environment, AwsView aws, String wanted) {
    Awaitility.await("class " + wanted)
        .atMost(EnvironmentUnderTest.PATIENCE)
        .until(() -> instance(environment, aws).dbInstanceClass().equals(wanted));
  }

  static void awaitStorage(EnvironmentUnderTest environment, AwsView aws, int gib) {
    Awaitility.await("storage of %d GiB".formatted(gib))
        .atMost(EnvironmentUnderTest.PATIENCE)
        .until(() -> instance(environment, aws).allocatedStorage() == gib);
  }

  static DBInstance instance(EnvironmentUnderTest environment, AwsView aws) {
    return aws.instance(environment.awsPrefix()).orElseThrow();
  }
}
