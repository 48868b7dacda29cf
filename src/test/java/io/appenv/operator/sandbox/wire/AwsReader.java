package io.appenv.operator.sandbox.wire;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads requests of the AWS query protocol, which RDS, ElastiCache, EC2 and STS speak: the
 * operation is the parameter {@code Action}, service and region stand in the signature.
 */
final class AwsReader implements Reader {

  /** {@code Credential=<key>/<date>/<region>/<service>/aws4_request}. */
  private static final Pattern SCOPE =
      Pattern.compile(
          "Credential=(?<key>[^/]+)/\\d+/(?<region>[^/]+)/(?<service>[^/]+)/aws4_request");

  /** Parameters that name what a request is about, the more particular first. */
  private static final List<String> NAMES =
      List.of(
          "DBSnapshotIdentifier",
          "TargetDBSnapshotIdentifier",
          "DBInstanceIdentifier",
          "DBParameterGroupName",
          "DBSubnetGroupName",
          "SnapshotName",
          "ReplicationGroupId",
          "CacheSubnetGroupName",
          "ResourceName");

  private final String operatorKey;

  /**
   * @param operatorKey access key by which the operator is told from others
   */
  AwsReader(String operatorKey) {
    this.operatorKey = operatorKey;
  }

  @Override
  public boolean isOperators(Request request) {
    var scope = SCOPE.matcher(request.header("Authorization").orElse(""));
    return scope.find() && scope.group("key").equals(operatorKey);
  }

  @Override
  public Call read(long number, Request request) {
    var parameters = FormData.parse(request.text());
    var operation = parameters.getOrDefault("Action", request.method() + " " + request.path());
    var scope = SCOPE.matcher(request.header("Authorization").orElse(""));
    var isSigned = scope.find();
    return new Call(
        number,
        Wire.AWS,
        isSigned ? scope.group("service") : "",
        isSigned ? scope.group("region") : "",
        operation,
        target(operation, parameters),
        parameters,
        !operation.matches("(Describe|List|Get).*"));
  }

  /** The name of a create or delete of a group is not that of the instance it mentions. */
  private static String target(String operation, Map<String, String> parameters) {
    return NAMES.stream()
        .filter(name -> operation.contains(name.replaceAll("(Identifier|Name|Id)$", "")))
        .filter(parameters::containsKey)
        .findFirst()
        .or(() -> NAMES.stream().filter(parameters::containsKey).findFirst())
        .map(parameters::get)
        .orElse("");
  }
}
