package io.appenv.operator.model;

/** The kinds of AWS resource an environment owns. */
public enum ResourceKind {
  DATABASE_SUBNET_GROUP("rds", "DBSubnetGroup", Component.DATABASE),
  DATABASE_PARAMETER_GROUP("rds", "DBParameterGroup", Component.DATABASE),
  DATABASE_INSTANCE("rds", "DBInstance", Component.DATABASE),
  DATABASE_SNAPSHOT("rds", "DBSnapshot", Component.DATABASE),
  CACHE_SUBNET_GROUP("elasticache", "CacheSubnetGroup", Component.CACHE),
  REPLICATION_GROUP("elasticache", "ReplicationGroup", Component.CACHE),
  CACHE_SNAPSHOT("elasticache", "Snapshot", Component.CACHE);

  private final String service;
  private final String awsName;
  private final Component component;

  ResourceKind(String service, String awsName, Component component) {
    this.service = service;
    this.awsName = awsName;
    this.component = component;
  }

  /** The AWS service prefix, as in IAM actions. */
  public String service() {
    return service;
  }

  /** The name AWS gives this kind in its API. */
  public String awsName() {
    return awsName;
  }

  public Component component() {
    return component;
  }
}
