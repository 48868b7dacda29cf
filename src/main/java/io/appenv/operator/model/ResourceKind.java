package io.appenv.operator.model;

/** The kinds of AWS resource an environment owns, and of Kubernetes object its plan names. */
public enum ResourceKind {
  SECURITY_GROUP("ec2", "SecurityGroup", Component.NETWORK),
  DATABASE_SUBNET_GROUP("rds", "DBSubnetGroup", Component.DATABASE),
  DATABASE_PARAMETER_GROUP("rds", "DBParameterGroup", Component.DATABASE),
  DATABASE_INSTANCE("rds", "DBInstance", Component.DATABASE),
  DATABASE_SNAPSHOT("rds", "DBSnapshot", Component.DATABASE),
  CACHE_SUBNET_GROUP("elasticache", "CacheSubnetGroup", Component.CACHE),
  CACHE_PARAMETER_GROUP("elasticache", "CacheParameterGroup", Component.CACHE),
  REPLICATION_GROUP("elasticache", "ReplicationGroup", Component.CACHE),
  CACHE_SNAPSHOT("elasticache", "Snapshot", Component.CACHE),
  DEPLOYMENT("apps", "Deployment", Component.WORKLOADS),
  AUTOSCALER("autoscaling", "HorizontalPodAutoscaler", Component.WORKLOADS),
  NETWORK_POLICY("networking.k8s.io", "NetworkPolicy", Component.WORKLOADS),
  INGRESS("networking.k8s.io", "Ingress", Component.INGRESS),
  CERTIFICATE("acm", "Certificate", Component.INGRESS),
  /** By which ACM sees whose a host is. */
  DNS_RECORD("route53", "ResourceRecordSet", Component.INGRESS),
  BUCKET("s3", "Bucket", Component.FILES),
  PARAMETER("ssm", "Parameter", Component.CONFIGURATION),
  SECRET("secretsmanager", "Secret", Component.CONFIGURATION);

  private final String service;
  private final String apiName;
  private final Component component;

  ResourceKind(String service, String apiName, Component component) {
    this.service = service;
    this.apiName = apiName;
    this.component = component;
  }

  /** The AWS service prefix, as in IAM actions, or the Kubernetes API group. */
  public String service() {
    return service;
  }

  /** The name this kind has in its API. */
  public String apiName() {
    return apiName;
  }

  public Component component() {
    return component;
  }
}
