package io.appenv.operator.model;

/**
 * The one table of what a change to each spec field does. A path ends in [] for every element of a
 * list. A test fails when a field of the API has no line here, or when its description says
 * something else. What the API refuses to change is {@link ChangeClass#REPLACE}.
 */
public enum SpecField {
  STAGE("spec.stage", ChangeClass.REPLACE),
  AWS_REGION("spec.aws.region", ChangeClass.REPLACE),
  AWS_BACKEND("spec.aws.backend", ChangeClass.REPLACE),
  NETWORK_VPC_ID("spec.network.vpc.id", ChangeClass.REPLACE),
  NETWORK_VPC_TAGS("spec.network.vpc.tags", ChangeClass.REPLACE),
  NETWORK_SUBNETS_IDS("spec.network.subnets.ids[]", ChangeClass.IN_PLACE),
  NETWORK_SUBNETS_TAGS("spec.network.subnets.tags", ChangeClass.IN_PLACE),
  /** The pods are told it, so each is replaced. */
  INGRESS_HOST("spec.network.ingress.host", ChangeClass.RESTART, Interruption.NONE, Timing.NOW),
  INGRESS_TIER("spec.network.ingress.tier", ChangeClass.IN_PLACE),
  INGRESS_SCHEME("spec.network.ingress.scheme", ChangeClass.IN_PLACE),
  INGRESS_CERTIFICATE_ARN("spec.network.ingress.certificate.arn", ChangeClass.IN_PLACE),
  INGRESS_CERTIFICATE_HOSTED_ZONE(
      "spec.network.ingress.certificate.hostedZoneId", ChangeClass.IN_PLACE),
  INGRESS_ALLOWED_CIDRS("spec.network.ingress.allowedCidrs[]", ChangeClass.IN_PLACE),
  INGRESS_WEB_ACL_ARN("spec.network.ingress.webAclArn", ChangeClass.IN_PLACE),
  INGRESS_ACCESS_LOGS_BUCKET("spec.network.ingress.accessLogs.bucket", ChangeClass.IN_PLACE),
  INGRESS_ACCESS_LOGS_PREFIX("spec.network.ingress.accessLogs.prefix", ChangeClass.IN_PLACE),
  INGRESS_DELETION_PROTECTION("spec.network.ingress.deletionProtection", ChangeClass.IN_PLACE),
  INGRESS_IDLE_TIMEOUT("spec.network.ingress.idleTimeoutSeconds", ChangeClass.IN_PLACE),
  INGRESS_HEALTH_CHECK_PATH("spec.network.ingress.healthCheckPath", ChangeClass.IN_PLACE),

  NETWORK_SECURITY_GROUPS_CLUSTER_GROUP(
      "spec.network.securityGroups.pods.clusterGroup", ChangeClass.IN_PLACE),
  NETWORK_PEERS_TO("spec.network.peers[].to", ChangeClass.IN_PLACE),
  NETWORK_PEERS_FROM("spec.network.peers[].from", ChangeClass.IN_PLACE),
  NETWORK_PEERS_PORTS("spec.network.peers[].ports[]", ChangeClass.IN_PLACE),
  NETWORK_PEERS_REASON("spec.network.peers[].reason", ChangeClass.IN_PLACE),
  TIER_NAME("spec.tiers[].name", ChangeClass.RESTART),
  TIER_IMAGE("spec.tiers[].image", ChangeClass.RESTART),
  TIER_CPU("spec.tiers[].resources.cpu", ChangeClass.RESTART),
  TIER_MEMORY("spec.tiers[].resources.memory", ChangeClass.RESTART),
  TIER_ACCEPTS_FROM("spec.tiers[].accepts[].from", ChangeClass.IN_PLACE),
  TIER_ACCEPTS_PORTS("spec.tiers[].accepts[].ports[]", ChangeClass.IN_PLACE),
  TIER_USES("spec.tiers[].uses[]", ChangeClass.RESTART),
  TIER_DATABASE_CONNECTIONS("spec.tiers[].databaseConnections", ChangeClass.IN_PLACE),
  TIER_SCALING_MIN("spec.tiers[].scaling.min", ChangeClass.IN_PLACE),
  TIER_SCALING_MAX("spec.tiers[].scaling.max", ChangeClass.IN_PLACE),
  TIER_SCALING_CPU("spec.tiers[].scaling.cpuPercent", ChangeClass.IN_PLACE),
  TIER_SCALING_MEMORY("spec.tiers[].scaling.memoryPercent", ChangeClass.IN_PLACE),
  TIER_SCALING_REQUESTS("spec.tiers[].scaling.requestsPerMinute", ChangeClass.IN_PLACE),
  TIER_SCALING_OVERRIDE_MAX("spec.tiers[].scaling.overrideMax", ChangeClass.IN_PLACE),
  TIER_REQUESTS_SOURCE("spec.tiers[].scaling.requests.source", ChangeClass.IN_PLACE),
  TIER_REQUESTS_COUNTS("spec.tiers[].scaling.requests.counts", ChangeClass.IN_PLACE),
  TIER_CLOUD_WATCH_NAMESPACE(
      "spec.tiers[].scaling.requests.cloudWatch.namespace", ChangeClass.IN_PLACE),
  TIER_CLOUD_WATCH_METRIC(
      "spec.tiers[].scaling.requests.cloudWatch.metricName", ChangeClass.IN_PLACE),
  TIER_CLOUD_WATCH_DIMENSIONS(
      "spec.tiers[].scaling.requests.cloudWatch.dimensions", ChangeClass.IN_PLACE),
  TIER_CLOUD_WATCH_STATISTIC(
      "spec.tiers[].scaling.requests.cloudWatch.statistic", ChangeClass.IN_PLACE),
  TIER_PROMETHEUS_QUERY("spec.tiers[].scaling.requests.prometheus.query", ChangeClass.IN_PLACE),
  TIER_EXTERNAL_METRIC("spec.tiers[].scaling.requests.external.metricName", ChangeClass.IN_PLACE),
  TIER_EXTERNAL_SELECTOR("spec.tiers[].scaling.requests.external.selector", ChangeClass.IN_PLACE),
  TIER_HEALTH_PATH("spec.tiers[].health.path", ChangeClass.RESTART),
  TIER_HEALTH_PORT("spec.tiers[].health.port", ChangeClass.RESTART),
  TIER_HEALTH_STARTUP_TIMEOUT("spec.tiers[].health.startupTimeout", ChangeClass.RESTART),
  TIER_COMMAND("spec.tiers[].command[]", ChangeClass.RESTART),
  TIER_ARGS("spec.tiers[].args[]", ChangeClass.RESTART),
  TIER_ENV_NAME("spec.tiers[].env[].name", ChangeClass.RESTART),
  TIER_ENV_VALUE("spec.tiers[].env[].value", ChangeClass.RESTART),
  TIER_ENV_PARAMETER("spec.tiers[].env[].parameter", ChangeClass.RESTART),
  TIER_ENV_SECRET_NAME("spec.tiers[].env[].secret.name", ChangeClass.RESTART),
  TIER_ENV_SECRET_KEY("spec.tiers[].env[].secret.key", ChangeClass.RESTART),
  TIER_ENV_SECRET_REF_NAME("spec.tiers[].env[].secretRef.name", ChangeClass.RESTART),
  TIER_ENV_SECRET_REF_KEY("spec.tiers[].env[].secretRef.key", ChangeClass.RESTART),
  TIER_ENV_OUTPUT("spec.tiers[].env[].output", ChangeClass.RESTART),
  TIER_ENV_FROM_PARAMETER_PATH("spec.tiers[].envFrom[].parameterPath", ChangeClass.RESTART),
  TIER_REQUIRED_ENV("spec.tiers[].requiredEnv[]", ChangeClass.IN_PLACE),
  TIER_RUN_AS_USER("spec.tiers[].runAsUser", ChangeClass.RESTART),
  TIER_WRITABLE_ROOT_FILESYSTEM("spec.tiers[].writableRootFilesystem", ChangeClass.RESTART),
  TIER_TERMINATION_GRACE_PERIOD("spec.tiers[].terminationGracePeriod", ChangeClass.RESTART),
  TIER_AVAILABLE_WITHIN("spec.tiers[].availableWithin", ChangeClass.IN_PLACE),

  DATABASE_VERSION(
      "spec.database.version",
      ChangeClass.RESTART,
      Interruption.RESTART,
      Timing.MAINTENANCE_WINDOW),
  /** With Multi-AZ the standby is changed first and takes over. */
  DATABASE_INSTANCE_CLASS(
      "spec.database.instanceClass",
      ChangeClass.RESTART,
      Interruption.FAILOVER,
      Timing.MAINTENANCE_WINDOW),
  DATABASE_STORAGE("spec.database.storage", ChangeClass.IN_PLACE),
  DATABASE_MAX_STORAGE("spec.database.maxStorage", ChangeClass.IN_PLACE),
  DATABASE_STORAGE_TYPE("spec.database.storageType", ChangeClass.IN_PLACE),
  DATABASE_IOPS("spec.database.iops", ChangeClass.IN_PLACE),
  /** What takes effect without a restart is set at once. */
  DATABASE_PARAMETERS(
      "spec.database.parameters",
      ChangeClass.RESTART,
      Interruption.RESTART,
      Timing.MAINTENANCE_WINDOW),
  /** Some versions of the engine take a new certificate without a restart; not all do. */
  DATABASE_CA_CERTIFICATE(
      "spec.database.caCertificate",
      ChangeClass.RESTART,
      Interruption.RESTART,
      Timing.MAINTENANCE_WINDOW),
  DATABASE_PERFORMANCE_INSIGHTS(
      "spec.database.performanceInsights.retention", ChangeClass.IN_PLACE),
  /** The copy for the standby slows the instance down. */
  DATABASE_MULTI_AZ(
      "spec.database.multiAZ", ChangeClass.IN_PLACE, Interruption.NONE, Timing.MAINTENANCE_WINDOW),
  /** By a copy, where the spec allows that. */
  DATABASE_KMS_KEY_ID(
      "spec.database.kmsKeyId",
      ChangeClass.REPLACE,
      Interruption.REPLACEMENT,
      Timing.MAINTENANCE_WINDOW),
  DATABASE_REPLACEMENT_KEEP_FORMER("spec.database.replacement.keepFormer", ChangeClass.IN_PLACE),
  DATABASE_POINT_IN_TIME("spec.database.backup.pointInTime", ChangeClass.IN_PLACE),
  DATABASE_BACKUP_WINDOW("spec.database.backup.window", ChangeClass.IN_PLACE),
  DATABASE_MAINTENANCE_WINDOW("spec.database.maintenanceWindow", ChangeClass.IN_PLACE),
  DATABASE_DELETION_POLICY("spec.database.deletionPolicy", ChangeClass.IN_PLACE),
  DATABASE_DELETION_PROTECTION("spec.database.deletionProtection", ChangeClass.IN_PLACE),
  DATABASE_NAME("spec.database.name", ChangeClass.REPLACE),
  DATABASE_ADOPT_IDENTIFIER(
      "spec.database.adopt.identifier",
      ChangeClass.IN_PLACE,
      Interruption.NONE,
      Timing.AFTER_APPROVAL),
  DATABASE_RELEASE("spec.database.release", ChangeClass.IN_PLACE),

  CACHE_VERSION(
      "spec.cache.version", ChangeClass.RESTART, Interruption.FAILOVER, Timing.MAINTENANCE_WINDOW),
  CACHE_NODE_TYPE(
      "spec.cache.nodeType",
      ChangeClass.IN_PLACE,
      Interruption.FAILOVER,
      Timing.MAINTENANCE_WINDOW),
  CACHE_NODES("spec.cache.nodes", ChangeClass.IN_PLACE),
  CACHE_PARAMETERS("spec.cache.parameters", ChangeClass.IN_PLACE),
  CACHE_SNAPSHOT_RETENTION("spec.cache.snapshot.retention", ChangeClass.IN_PLACE),
  CACHE_SNAPSHOT_WINDOW("spec.cache.snapshot.window", ChangeClass.IN_PLACE),
  CACHE_MAINTENANCE_WINDOW("spec.cache.maintenanceWindow", ChangeClass.IN_PLACE),
  CACHE_KMS_KEY_ID("spec.cache.kmsKeyId", ChangeClass.REPLACE),
  CACHE_DELETION_POLICY("spec.cache.deletionPolicy", ChangeClass.IN_PLACE),
  CACHE_ADOPT_IDENTIFIER(
      "spec.cache.adopt.identifier",
      ChangeClass.IN_PLACE,
      Interruption.NONE,
      Timing.AFTER_APPROVAL),
  CACHE_RELEASE("spec.cache.release", ChangeClass.IN_PLACE),

  CONFIGURATION_PUBLISH("spec.configuration.publish", ChangeClass.IN_PLACE),
  FILES_BUCKET_NAME("spec.files.bucketName", ChangeClass.REPLACE),
  FILES_INFREQUENT_ACCESS_AFTER("spec.files.infrequentAccessAfter", ChangeClass.IN_PLACE),
  FILES_GLACIER_AFTER("spec.files.glacierAfter", ChangeClass.IN_PLACE),
  FILES_KMS_KEY_ID("spec.files.kmsKeyId", ChangeClass.IN_PLACE),
  FILES_CORS_ORIGINS("spec.files.cors[].allowedOrigins[]", ChangeClass.IN_PLACE),
  FILES_CORS_METHODS("spec.files.cors[].allowedMethods[]", ChangeClass.IN_PLACE),
  FILES_CORS_HEADERS("spec.files.cors[].allowedHeaders[]", ChangeClass.IN_PLACE),
  FILES_CORS_EXPOSED("spec.files.cors[].exposeHeaders[]", ChangeClass.IN_PLACE),
  FILES_CORS_MAX_AGE("spec.files.cors[].maxAgeSeconds", ChangeClass.IN_PLACE),
  FILES_DELETION_POLICY("spec.files.deletionPolicy", ChangeClass.IN_PLACE),

  OPERATIONS_PAUSED("spec.operations.paused", ChangeClass.IN_PLACE),
  OPERATIONS_CHANGES("spec.operations.changes", ChangeClass.IN_PLACE),
  OPERATIONS_APPROVE("spec.operations.approve", ChangeClass.IN_PLACE),
  OPERATIONS_WINDOW("spec.operations.maintenanceWindow.window", ChangeClass.IN_PLACE),
  OPERATIONS_TIME_ZONE("spec.operations.maintenanceWindow.timeZone", ChangeClass.IN_PLACE),
  OPERATIONS_EMERGENCY_PLAN("spec.operations.emergency.plan", ChangeClass.IN_PLACE),
  OPERATIONS_EMERGENCY_REASON("spec.operations.emergency.reason", ChangeClass.IN_PLACE),
  OPERATIONS_DRIFT_CAPACITY("spec.operations.drift.capacity", ChangeClass.IN_PLACE),
  OPERATIONS_DRIFT_VERSION("spec.operations.drift.version", ChangeClass.IN_PLACE),
  OPERATIONS_DRIFT_BACKUP("spec.operations.drift.backup", ChangeClass.IN_PLACE),
  OPERATIONS_DRIFT_MAINTENANCE("spec.operations.drift.maintenance", ChangeClass.IN_PLACE),
  OPERATIONS_DRIFT_MONITORING("spec.operations.drift.monitoring", ChangeClass.IN_PLACE),
  OPERATIONS_DRIFT_PARAMETERS("spec.operations.drift.parameters", ChangeClass.IN_PLACE),
  OPERATIONS_DRIFT_ACCESS("spec.operations.drift.access", ChangeClass.IN_PLACE),
  OPERATIONS_OVERRIDES_DATA_SERVICES(
      "spec.operations.overrides.dataServices", ChangeClass.IN_PLACE),
  OPERATIONS_CONFIRM_DELETION("spec.operations.confirmDeletion", ChangeClass.IN_PLACE);

  private final String path;
  private final ChangeClass changeClass;
  private final Interruption interruption;
  private final Timing timing;

  SpecField(String path, ChangeClass changeClass) {
    this(path, changeClass, usual(path, changeClass), Timing.NOW);
  }

  SpecField(String path, ChangeClass changeClass, Interruption interruption, Timing timing) {
    this.path = path;
    this.changeClass = changeClass;
    this.interruption = interruption;
    this.timing = timing;
  }

  /** The pods of a tier are restarted one after the other. */
  private static Interruption usual(String path, ChangeClass changeClass) {
    return switch (changeClass) {
      case IN_PLACE, DESTROY -> Interruption.NONE;
      case RESTART -> path.startsWith("spec.tiers") ? Interruption.NONE : Interruption.RESTART;
      case REPLACE -> Interruption.REPLACEMENT;
    };
  }

  public String path() {
    return path;
  }

  public ChangeClass changeClass() {
    return changeClass;
  }

  /** What is noticed of a change where a replica can take over. */
  public Interruption interruption() {
    return interruption;
  }

  /** When a change runs that nothing else holds up: at once or in the maintenance window. */
  public Timing timing() {
    return timing;
  }

  /** The path below its section, as people say it: backup.window, instanceClass. */
  public String shortName() {
    return path.substring(path.indexOf('.', "spec.".length()) + 1);
  }
}
