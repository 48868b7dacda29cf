package io.appenv.operator.demo;

import io.appenv.operator.model.Ownership;
import io.appenv.operator.testing.RulesInWords;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBInstance;

/** Asks AWS, not the operator, what there is. */
record AwsInventory(ShellEnvironment environment) {

  /** A range that has one port only. */
  private static final Pattern ONE_PORT = Pattern.compile("\\b(\\d+)-\\1\\b");

  void print() {
    try (var rds = client(RdsClient.builder());
        var elastiCache = client(ElastiCacheClient.builder());
        var ec2 = client(Ec2Client.builder())) {
      rds.describeDBInstancesPaginator().dbInstances().forEach(AwsInventory::print);
      elastiCache
          .describeReplicationGroupsPaginator()
          .replicationGroups()
          .forEach(group -> print(group, engineVersion(elastiCache, group)));
      var groups = ec2.describeSecurityGroupsPaginator().securityGroups().stream().toList();
      groups.stream()
          .filter(AwsInventory::isOperators)
          .sorted(Comparator.comparing(SecurityGroup::groupName))
          .forEach(group -> print(group, groups));
    }
  }

  private static boolean isOperators(SecurityGroup group) {
    return group.tags().stream()
        .anyMatch(
            tag ->
                tag.key().equals(Ownership.MANAGED_BY) && tag.value().equals(Ownership.OPERATOR));
  }

  private static void print(SecurityGroup group, List<SecurityGroup> all) {
    System.out.printf("EC2          %s (%s)%n", group.groupName(), group.groupId());
    RulesInWords.of(group, all).stream()
        .map(rule -> ONE_PORT.matcher(rule).replaceAll("$1"))
        .forEach(rule -> System.out.println("             " + rule));
  }

  private static void print(DBInstance instance) {
    System.out.printf(
        """
        RDS          %s (%s)
                     %s %s, %s, %d GB %s, Multi-AZ %s
                     backups kept %d days, window %s UTC
                     encrypted %s, deletion protection %s
        """,
        instance.dbInstanceIdentifier(),
        instance.dbInstanceStatus(),
        instance.engine(),
        instance.engineVersion(),
        instance.dbInstanceClass(),
        instance.allocatedStorage(),
        instance.storageType(),
        onOff(instance.multiAZ()),
        instance.backupRetentionPeriod(),
        instance.preferredBackupWindow(),
        onOff(instance.storageEncrypted()),
        onOff(instance.deletionProtection()));
  }

  private static void print(ReplicationGroup group, String version) {
    System.out.printf(
        """
        ElastiCache  %s (%s)
                     redis %s, %s, %d nodes, automatic failover %s
                     encrypted at rest %s, in transit %s, AUTH token %s
        """,
        group.replicationGroupId(),
        group.status(),
        version,
        group.cacheNodeType(),
        group.memberClusters().size(),
        group.automaticFailoverAsString(),
        onOff(group.atRestEncryptionEnabled()),
        onOff(group.transitEncryptionEnabled()),
        onOff(group.authTokenEnabled()));
  }

  private static String engineVersion(ElastiCacheClient client, ReplicationGroup group) {
    return client.describeCacheClustersPaginator().cacheClusters().stream()
        .filter(cluster -> group.replicationGroupId().equals(cluster.replicationGroupId()))
        .map(cluster -> cluster.engineVersion())
        .findFirst()
        .orElse("");
  }

  private static String onOff(Boolean value) {
    return Boolean.TRUE.equals(value) ? "on" : "off";
  }

  private <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
    return builder
        .region(Region.of(environment.get("AWS_REGION")))
        .endpointOverride(URI.create(environment.get("AWS_ENDPOINT_URL")))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(
                    environment.get("AWS_ACCESS_KEY_ID"),
                    environment.get("AWS_SECRET_ACCESS_KEY"))))
        .build();
  }
}
