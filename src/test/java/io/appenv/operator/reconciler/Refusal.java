package io.appenv.operator.reconciler;

import io.appenv.operator.sandbox.wire.Answer;
import io.appenv.operator.sandbox.wire.Fault;

/** How AWS, or something on the way to it, may refuse a create, and what is said of it. */
enum Refusal {
  INSTANCE_QUOTA(
      "CreateDBInstance",
      Fault.awsError(400, "InstanceQuotaExceeded", "DB instance quota exceeded"),
      "QuotaExceeded",
      "Service Quotas"),
  STORAGE_QUOTA(
      "CreateDBInstance",
      Fault.awsError(400, "StorageQuotaExceeded", "Maximum storage exceeded"),
      "QuotaExceeded",
      "Service Quotas"),
  NODE_QUOTA(
      "CreateReplicationGroup",
      Fault.awsError(400, "NodeQuotaForCustomerExceeded", "Quota for nodes exceeded"),
      "QuotaExceeded",
      "Service Quotas"),
  WRONG_KEY(
      "CreateDBSubnetGroup",
      Fault.awsError(403, "InvalidClientTokenId", "The security token is invalid."),
      "AccessDenied",
      "renew the credentials"),
  EXPIRED(
      "CreateReplicationGroup",
      Fault.awsError(403, "ExpiredToken", "The security token is expired."),
      "AccessDenied",
      "renew the credentials"),
  NOT_ALLOWED(
      "CreateDBParameterGroup",
      Fault.awsError(403, "AccessDenied", "Not authorized to perform CreateDBParameterGroup"),
      "AccessDenied",
      "IAM policy"),
  WITHOUT_CODE(
      "CreateDBInstance",
      new Fault.Refuse(call -> Answer.of(404, "text/html", "<html>not found</html>")),
      "UpstreamError",
      "HTTP status 404"),
  THROTTLED("CreateCacheSubnetGroup", Fault.throttle(), "Throttled", "tried again");

  final String operation;
  final Fault fault;
  final String reason;
  final String remedy;

  Refusal(String operation, Fault fault, String reason, String remedy) {
    this.operation = operation;
    this.fault = fault;
    this.reason = reason;
    this.remedy = remedy;
  }

  /** The condition that tells of it. */
  String condition() {
    return operation.contains("DB") ? "DatabaseReady" : "CacheReady";
  }
}
