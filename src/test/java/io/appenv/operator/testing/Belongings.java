package io.appenv.operator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/** That an environment has each of its AWS resources once and no more. */
public final class Belongings {

  private Belongings() {}

  public static void assertOneOfEach(EnvironmentUnderTest environment, AwsView aws) {
    var prefix = environment.awsPrefix();
    assertThat(aws.instances(prefix)).hasSize(1);
    assertThat(aws.groups(prefix)).hasSize(1);
    var name = aws.instances(prefix).getFirst().dbInstanceIdentifier();
    assertThat(aws.groups(prefix).getFirst().replicationGroupId()).isEqualTo(name);
    assertThat(aws.groupNames(prefix))
        .containsExactly(
            "CacheSubnetGroup " + name,
            "DBParameterGroup " + name + "-postgres17",
            "DBSubnetGroup " + name);
    assertThat(aws.securityGroups(prefix))
        .extracting(SecurityGroup::groupName)
        .containsExactly(
            name + "-backend",
            name + "-cache",
            name + "-database",
            name + "-frontend",
            name + "-loadbalancer");
    assertThat(aws.databaseSnapshots(prefix)).isEmpty();
    assertThat(aws.cacheSnapshots(prefix)).isEmpty();
  }
}
