package io.appenv.operator.reconciler;

import io.appenv.operator.sandbox.wire.Answer;
import io.appenv.operator.sandbox.wire.Call;
import io.appenv.operator.sandbox.wire.Fault;
import java.util.function.Predicate;

/** A region that cannot be looked at, what is wrong with it, and where that is told. */
enum BlockedRegion {
  EXPIRED(
      "eu-west-1",
      "DescribeDBInstances",
      Fault.awsError(403, "ExpiredToken", "The security token is expired."),
      "DatabaseReady",
      "AccessDenied"),
  WITHOUT_CODE(
      "eu-central-1",
      "DescribeReplicationGroups",
      new Fault.Refuse(call -> Answer.of(404, "text/html", "<html>not found</html>")),
      "CacheReady",
      "UpstreamError"),
  DENIED(
      "us-west-2",
      "DescribeVpcs",
      Fault.awsError(403, "UnauthorizedOperation", "You are not authorized."),
      "NetworkReady",
      "AccessDenied"),
  THROTTLED("us-east-1", ".*", Fault.throttle(), "NetworkReady", "Throttled"),
  SILENT("us-east-2", ".*", new Fault.LoseRequest(), "NetworkReady", "Unreachable");

  final String region;
  final Fault fault;
  final String condition;
  final String reason;
  private final String operations;

  BlockedRegion(String region, String operations, Fault fault, String condition, String reason) {
    this.region = region;
    this.operations = operations;
    this.fault = fault;
    this.condition = condition;
    this.reason = reason;
  }

  Predicate<Call> calls() {
    return call -> call.region().equals(region) && call.operation().matches(operations);
  }

  /** One of these is made by each look at the region. */
  boolean isFirstListing(Call call) {
    return call.region().equals(region) && call.operation().equals("DescribeVpcs");
  }

  /** Whether what refuses tells an error code of AWS. */
  boolean hasCode() {
    return this != WITHOUT_CODE && this != SILENT;
  }
}
