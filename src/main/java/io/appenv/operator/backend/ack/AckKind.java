package io.appenv.operator.backend.ack;

import io.appenv.operator.model.ResourceKind;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;

/** The ACK resources that stand for what an environment has in AWS. */
enum AckKind {
  DATABASE_SUBNET_GROUP("rds", "DBSubnetGroup", "dbsubnetgroups"),
  DATABASE_PARAMETER_GROUP("rds", "DBParameterGroup", "dbparametergroups"),
  DATABASE_INSTANCE("rds", "DBInstance", "dbinstances"),
  CACHE_SUBNET_GROUP("elasticache", "CacheSubnetGroup", "cachesubnetgroups"),
  REPLICATION_GROUP("elasticache", "ReplicationGroup", "replicationgroups"),
  CACHE_SNAPSHOT("elasticache", "Snapshot", "snapshots");

  private static final String VERSION = "v1alpha1";

  private final String service;
  private final String kind;
  private final String plural;

  AckKind(String service, String kind, String plural) {
    this.service = service;
    this.kind = kind;
    this.plural = plural;
  }

  static AckKind of(ResourceKind kind) {
    return switch (kind) {
      case DATABASE_SUBNET_GROUP -> DATABASE_SUBNET_GROUP;
      case DATABASE_PARAMETER_GROUP -> DATABASE_PARAMETER_GROUP;
      case DATABASE_INSTANCE -> DATABASE_INSTANCE;
      case CACHE_SUBNET_GROUP -> CACHE_SUBNET_GROUP;
      case REPLICATION_GROUP -> REPLICATION_GROUP;
      case CACHE_SNAPSHOT -> CACHE_SNAPSHOT;
      case SECURITY_GROUP,
          DATABASE_SNAPSHOT,
          CACHE_PARAMETER_GROUP,
          DEPLOYMENT,
          AUTOSCALER,
          NETWORK_POLICY,
          INGRESS,
          CERTIFICATE,
          DNS_RECORD,
          BUCKET,
          PARAMETER,
          SECRET ->
          throw new IllegalArgumentException(kind + " is not made through ACK");
    };
  }

  String group() {
    return service + ".services.k8s.aws";
  }

  String apiVersion() {
    return group() + "/" + VERSION;
  }

  String kind() {
    return kind;
  }

  /** Which controller has to be installed. */
  String controller() {
    return "ACK controller for " + (service.equals("rds") ? "RDS" : "ElastiCache");
  }

  /** What the controller puts on what it has taken charge of. */
  String finalizer() {
    return "finalizers." + group() + "/" + kind;
  }

  ResourceDefinitionContext context() {
    return new ResourceDefinitionContext.Builder()
        .withGroup(group())
        .withVersion(VERSION)
        .withKind(kind)
        .withPlural(plural)
        .withNamespaced(true)
        .build();
  }
}
