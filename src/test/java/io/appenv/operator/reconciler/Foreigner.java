package io.appenv.operator.reconciler;

import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.wire.Call;
import io.appenv.operator.testing.AwsView;
import java.util.List;
import java.util.function.BiConsumer;

/** A resource of somebody else's, under the name that an environment gives its own. */
enum Foreigner {
  DATABASE(
      "DBInstance",
      "DatabaseReady",
      (aws, name) ->
          aws.rds()
              .createDBInstance(
                  request ->
                      request
                          .dbInstanceIdentifier(name)
                          .engine("postgres")
                          .dbInstanceClass("db.t3.micro")
                          .allocatedStorage(20)
                          .masterUsername("somebody")
                          .masterUserPassword("else12345678")),
      (aws, name) ->
          aws.rds()
              .deleteDBInstance(
                  request -> request.dbInstanceIdentifier(name).skipFinalSnapshot(true))),
  DATABASE_PARAMETERS(
      "DBParameterGroup",
      "DatabaseReady",
      (aws, name) ->
          aws.rds()
              .createDBParameterGroup(
                  request ->
                      request
                          .dbParameterGroupName(name + "-postgres17")
                          .dbParameterGroupFamily("postgres17")
                          .description("of somebody else")),
      (aws, name) ->
          aws.rds().deleteDBParameterGroup(it -> it.dbParameterGroupName(name + "-postgres17"))),
  CACHE(
      "ReplicationGroup",
      "CacheReady",
      (aws, name) ->
          aws.elastiCache()
              .createReplicationGroup(
                  request ->
                      request
                          .replicationGroupId(name)
                          .replicationGroupDescription("of somebody else")
                          .engine("redis")
                          .cacheNodeType("cache.t3.micro")),
      (aws, name) -> aws.elastiCache().deleteReplicationGroup(it -> it.replicationGroupId(name))),
  DATABASE_SUBNETS(
      "DBSubnetGroup",
      "DatabaseReady",
      (aws, name) -> {},
      (aws, name) -> aws.rds().deleteDBSubnetGroup(it -> it.dbSubnetGroupName(name))),
  SECURITY_GROUP(
      "SecurityGroup",
      "NetworkReady",
      (aws, name) -> {},
      (aws, name) ->
          aws.securityGroups(name + "-backend")
              .forEach(it -> aws.ec2().deleteSecurityGroup(call -> call.groupId(it.groupId())))),
  CACHE_SUBNETS(
      "CacheSubnetGroup",
      "CacheReady",
      (aws, name) -> {},
      (aws, name) -> aws.elastiCache().deleteCacheSubnetGroup(it -> it.cacheSubnetGroupName(name)));

  private final String kind;
  final String condition;
  private final BiConsumer<AwsView, String> creation;
  private final BiConsumer<AwsView, String> removal;

  Foreigner(
      String kind,
      String condition,
      BiConsumer<AwsView, String> creation,
      BiConsumer<AwsView, String> removal) {
    this.kind = kind;
    this.condition = condition;
    this.creation = creation;
    this.removal = removal;
  }

  void create(AwsView aws, Sandbox sandbox, String name) {
    var subnets = sandbox.foundation().publicSubnetIds();
    switch (this) {
      case DATABASE_SUBNETS -> createDatabaseSubnets(aws, name, subnets);
      case CACHE_SUBNETS -> createCacheSubnets(aws, name, subnets);
      case SECURITY_GROUP -> createSecurityGroup(aws, name, sandbox.foundation().vpcId());
      default -> creation.accept(aws, name);
    }
  }

  /** Whether a call that names it is about it, and not about another thing of that name. */
  boolean isAbout(Call call) {
    return call.operation().endsWith(kind);
  }

  void remove(AwsView aws, String name) {
    removal.accept(aws, name);
  }

  private static void createSecurityGroup(AwsView aws, String name, String vpcId) {
    aws.ec2()
        .createSecurityGroup(
            call -> call.groupName(name + "-backend").description("of somebody else").vpcId(vpcId));
  }

  private static void createDatabaseSubnets(AwsView aws, String name, List<String> subnets) {
    aws.rds()
        .createDBSubnetGroup(
            request ->
                request
                    .dbSubnetGroupName(name)
                    .dbSubnetGroupDescription("of somebody else")
                    .subnetIds(subnets));
  }

  private static void createCacheSubnets(AwsView aws, String name, List<String> subnets) {
    aws.elastiCache()
        .createCacheSubnetGroup(
            request ->
                request
                    .cacheSubnetGroupName(name)
                    .cacheSubnetGroupDescription("of somebody else")
                    .subnetIds(subnets));
  }
}
