package io.appenv.operator.testing;

/** Removes by hand what an environment that lost its operator left in AWS, as its owner would. */
public final class Abandoned {

  private Abandoned() {}

  /** Without any copy. */
  public static void removeDataStores(AwsView aws, String name) {
    aws.rds()
        .modifyDBInstance(
            it -> it.dbInstanceIdentifier(name).deletionProtection(false).applyImmediately(true));
    aws.rds().deleteDBInstance(it -> it.dbInstanceIdentifier(name).skipFinalSnapshot(true));
    aws.elastiCache().deleteReplicationGroup(it -> it.replicationGroupId(name));
  }

  /** Once the data stores are gone. */
  public static void removeGroups(AwsView aws, String name) {
    aws.rds().deleteDBParameterGroup(it -> it.dbParameterGroupName(name + "-postgres17"));
    aws.rds().deleteDBSubnetGroup(it -> it.dbSubnetGroupName(name));
    aws.elastiCache().deleteCacheSubnetGroup(it -> it.cacheSubnetGroupName(name));
    removeSecurityGroups(aws, name);
  }

  /** EC2 deletes none that the rule of another one names. */
  private static void removeSecurityGroups(AwsView aws, String name) {
    var groups = aws.securityGroups(name);
    groups.stream()
        .filter(group -> !group.ipPermissions().isEmpty())
        .forEach(
            group ->
                aws.ec2()
                    .revokeSecurityGroupIngress(
                        it -> it.groupId(group.groupId()).ipPermissions(group.ipPermissions())));
    groups.forEach(group -> aws.ec2().deleteSecurityGroup(it -> it.groupId(group.groupId())));
  }
}
