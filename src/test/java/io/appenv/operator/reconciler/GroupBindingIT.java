package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.Surroundings;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.elasticache.model.SecurityGroupMembership;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

/** Data stores that are there already come to carry their security groups, and keep to them. */
@WithOperator
class GroupBindingIT {

  private static final String CARRYING =
      "network: {securityGroups: {pods: {clusterGroup: sg-0c1a57e4}}}";

  private static AwsView aws;

  @BeforeAll
  static void serve(Sandbox sandbox, RunningOperator operator) {
    Surroundings.carryGroups(sandbox);
    operator.restart(CrashIT.QUICK);
    aws = new AwsView(sandbox);
  }

  @AfterAll
  static void usualOperator(Sandbox sandbox, RunningOperator operator) {
    operator.stop();
    aws.close();
    Surroundings.carryNoGroups(sandbox);
  }

  /** Groups add up, so that nobody is shut out: the own one comes first, and others go last. */
  @Test
  void anEnvironmentThatRunsIsClosedAndNothingOfItIsMadeAnew(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
    environment.apply("{}");
    environment.awaitReady();
    assertThat(ofDatabase(environment)).doesNotContain(id(environment, "database"));
    var made = database(environment).dbiResourceId();
    var mark = sandbox.wires().recording().mark();

    environment.patchSpec(CARRYING);
    environment.await(
        "both to carry their own group alone",
        _ ->
            ofDatabase(environment).equals(List.of(id(environment, "database")))
                && ofCache(environment).equals(List.of(id(environment, "cache"))));
    environment.awaitReady();

    assertThat(database(environment).dbiResourceId()).isEqualTo(made);
    assertThat(
            sandbox.wires().recording().writesSince(mark).stream()
                .filter(entry -> entry.call().parameters().toString().contains("SecurityGroupId"))
                .map(entry -> entry.call().operation())
                .sorted())
        .containsExactly(
            "ModifyDBInstance",
            "ModifyDBInstance",
            "ModifyReplicationGroup",
            "ModifyReplicationGroup");

    aws.rds()
        .modifyDBInstance(
            it ->
                it.dbInstanceIdentifier(database(environment).dbInstanceIdentifier())
                    .vpcSecurityGroupIds("sg-0bad"));
    environment.await(
        "what somebody changed to be put back",
        _ -> ofDatabase(environment).equals(List.of(id(environment, "database"))));
    environment.delete();
    environment.awaitGone();
    assertThat(aws.securityGroups(environment.awsPrefix())).isEmpty();
  }

  @Test
  void aRetainedDatabaseLeavesTheGroupOfTheFormerEnvironmentForThatOfTheNext(Sandbox sandbox) {
    var former = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
    former.apply("spec: {%s, database: {deletionPolicy: Retain}}".formatted(CARRYING));
    former.awaitReady();
    var identifier = database(former).dbInstanceIdentifier();
    former.delete();
    former.awaitGone();
    assertThat(aws.securityGroups(former.awsPrefix()))
        .singleElement()
        .satisfies(group -> assertThat(tag(group, "appenv.io/retained")).isEqualTo("true"));

    var next = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
    adopt(next, identifier);
    assertThat(aws.securityGroups(former.awsPrefix())).as("the former group").isEmpty();
    assertThat(groups(aws.instance(identifier).orElseThrow()))
        .containsExactly(id(next, "database"));

    next.delete();
    next.awaitGone();
    assertThat(aws.securityGroups(next.awsPrefix())).hasSize(1);
    var before = id(next, "database");
    adopt(next, identifier);
    assertThat(id(next, "database")).as("the group of the same name serves on").isEqualTo(before);
    assertThat(groups(aws.instance(identifier).orElseThrow())).containsExactly(before);
    assertThat(aws.securityGroups(next.awsPrefix()))
        .filteredOn(it -> it.groupId().equals(before))
        .singleElement()
        .satisfies(group -> assertThat(group.ipPermissions()).hasSize(1))
        .satisfies(group -> assertThat(tag(group, "appenv.io/retained")).isEqualTo("false"));
    next.delete();
    next.awaitGone();
  }

  private static void adopt(EnvironmentUnderTest environment, String identifier) {
    var arn = aws.instance(identifier).orElseThrow().dbInstanceArn();
    aws.rds()
        .addTagsToResource(
            it ->
                it.resourceName(arn)
                    .tags(
                        tag ->
                            tag.key("appenv.io/adoptable-by")
                                .value(environment.namespace() + "/production")));
    environment.apply(
        "spec: {%s, database: {deletionPolicy: Retain, adopt: {identifier: %s}}}"
            .formatted(CARRYING, identifier));
    environment.awaitReason("DatabaseReady", "ApprovalRequired");
    environment.approve();
    environment.awaitReady();
  }

  private static DBInstance database(EnvironmentUnderTest environment) {
    return aws.instance(environment.awsPrefix()).orElseThrow();
  }

  private static List<String> ofDatabase(EnvironmentUnderTest environment) {
    return groups(database(environment));
  }

  private static List<String> groups(DBInstance instance) {
    return instance.vpcSecurityGroups().stream()
        .map(VpcSecurityGroupMembership::vpcSecurityGroupId)
        .toList();
  }

  private static List<String> ofCache(EnvironmentUnderTest environment) {
    return aws.elastiCache().describeCacheClusters().cacheClusters().stream()
        .filter(it -> it.cacheClusterId().startsWith(environment.awsPrefix()))
        .flatMap(it -> it.securityGroups().stream())
        .map(SecurityGroupMembership::securityGroupId)
        .distinct()
        .toList();
  }

  private static String tag(SecurityGroup group, String key) {
    return group.tags().stream()
        .filter(it -> it.key().equals(key))
        .map(it -> it.value())
        .findFirst()
        .orElse("");
  }

  private static String id(EnvironmentUnderTest environment, String role) {
    return aws.securityGroup(environment.awsPrefix(), role);
  }
}
