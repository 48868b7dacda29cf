package io.appenv.operator.model;

/** The condition reasons of the API: CamelCase words that alerts and scripts may match. */
public enum Reason {
  /** Everything observed equals the spec. */
  AVAILABLE("Available"),
  PAUSED("Paused"),
  PLAN_ONLY("PlanOnly"),
  APPROVAL_REQUIRED("ApprovalRequired"),
  DELETING("Deleting"),
  INVALID_SPEC("InvalidSpec"),
  OBSERVING("Observing"),
  OBSERVATION_STALE("ObservationStale"),
  CREATING("Creating"),
  MODIFYING("Modifying"),
  PENDING_MAINTENANCE("PendingMaintenance"),
  WAITING_FOR_CREDENTIALS("WaitingForCredentials"),
  WAITING_FOR_WORKLOADS("WaitingForWorkloads"),
  ROLLING_OUT("RollingOut"),
  IMAGE_PULL_FAILED("ImagePullFailed"),
  CONTAINER_FAILED("ContainerFailed"),
  UNSCHEDULABLE("Unschedulable"),
  PROGRESS_DEADLINE_EXCEEDED("ProgressDeadlineExceeded"),
  WORKLOAD_REJECTED("WorkloadRejected"),
  NAME_TAKEN("NameTaken"),
  NOT_OURS("NotOurs"),
  ADOPTION_TARGET_MISSING("AdoptionTargetMissing"),
  ADOPTION_REFUSED("AdoptionRefused"),
  RELEASED("Released"),
  DATA_STORE_MISSING("DataStoreMissing"),
  DATA_STORE_FAILED("DataStoreFailed"),
  UNKNOWN_STATE("UnknownState"),
  VPC_NOT_FOUND("VpcNotFound"),
  SUBNETS_NOT_FOUND("SubnetsNotFound"),
  TOO_FEW_ZONES("TooFewZones"),
  ROUTE_MISSING("RouteMissing"),
  PUBLIC_SUBNETS("PublicSubnets"),
  ROLE_TAGS_MISSING("RoleTagsMissing"),
  ADDRESSES_OVERLAP("AddressesOverlap"),
  ROUTES_UNREAD("RoutesUnread"),
  HOST_IN_USE("HostInUse"),
  INGRESS_CLASS_MISSING("IngressClassMissing"),
  CERTIFICATE_PENDING("CertificatePending"),
  CERTIFICATE_UNUSABLE("CertificateUnusable"),
  RENEWAL_STUCK("RenewalStuck"),
  HOSTED_ZONE_UNFIT("HostedZoneUnfit"),
  NODES_TOO_SMALL("NodesTooSmall"),
  CONNECTIONS_SHORT("ConnectionsShort"),
  ADDRESSES_SHORT("AddressesShort"),
  NODES_SHORT("NodesShort"),
  REQUESTS_UNREAD("RequestsUnread"),
  METRICS_API_TAKEN("MetricsApiTaken"),
  CONFIGURATION_MISSING("ConfigurationMissing"),
  CONFIGURATION_UNUSABLE("ConfigurationUnusable"),
  CONFIGURATION_NOT_ALLOWED("ConfigurationNotAllowed"),
  CHANGE_REFUSED("ChangeRefused"),
  BACKEND_LIMIT("BackendLimit"),
  BACKEND_MISSING("BackendMissing"),
  DEFINITION_DELETED("DefinitionDeleted"),
  CONFIRMATION_MISSING("ConfirmationMissing"),
  SNAPSHOT_FAILED("SnapshotFailed"),
  UPGRADE_FAILED("UpgradeFailed"),
  REPLACING("Replacing"),
  REPLACEMENT_FAILED("ReplacementFailed"),
  SUSPENDED("Suspended"),
  ACCESS_DENIED("AccessDenied"),
  QUOTA_EXCEEDED("QuotaExceeded"),
  THROTTLED("Throttled"),
  INVALID_REQUEST("InvalidRequest"),
  UPSTREAM_ERROR("UpstreamError"),
  UNREACHABLE("Unreachable"),
  KUBERNETES_ERROR("KubernetesError"),
  NOT_DECLARED("NotDeclared");

  private final String word;

  Reason(String word) {
    this.word = word;
  }

  /** The word as it stands in a condition. */
  public String word() {
    return word;
  }
}
