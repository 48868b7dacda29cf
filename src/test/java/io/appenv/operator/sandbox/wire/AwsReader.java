package io.appenv.operator.sandbox.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Reads requests of the AWS query protocol, which RDS, ElastiCache, EC2 and STS speak: the
 * operation is the parameter {@code Action}; and of the JSON protocol, which ACM speaks: the
 * operation is in a header; and of that of Route 53, where it is in method and path, and the name
 * of a record in XML; and of that of S3, which is like it. Service and region stand in the
 * signature.
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
          "ResourceName",
          "CertificateArn",
          "GroupName",
          "GroupId",
          "DomainName",
          "SecretId",
          "ResourceId",
          "Name");

  /** {@code CertificateManager.DescribeCertificate}. */
  private static final String OPERATION = "X-Amz-Target";

  private static final Pattern GROUP_ID = Pattern.compile("<groupId>(sg-[0-9a-f]+)</groupId>");
  private static final Pattern CERTIFICATE_ARN =
      Pattern.compile("\"CertificateArn\": ?\"([^\"]+)\"");
  private static final Pattern RECORD_NAME = Pattern.compile("<Name>([^<]+)</Name>");

  private final String operatorKey;

  /**
   * Security groups are named when they are made, and certificates by their host when they are
   * asked for; and then only by the ids they were given.
   */
  private final Map<String, String> names = new ConcurrentHashMap<>();

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
    var named = request.header(OPERATION);
    var parameters =
        named.isPresent() ? JsonData.parse(request.text()) : FormData.parse(request.text());
    var operation =
        named
            .map(it -> it.substring(it.indexOf('.') + 1))
            .or(() -> Optional.ofNullable(parameters.get("Action")))
            .or(() -> DnsOperations.of(request.method(), request.path()))
            .orElse(request.method() + " " + request.path());
    var scope = SCOPE.matcher(request.header("Authorization").orElse(""));
    var isSigned = scope.find();
    if (isSigned && scope.group("service").equals(StorageOperations.SERVICE)) {
      return storage(number, request, scope.group("region"));
    }
    return new Call(
        number,
        Wire.AWS,
        isSigned ? scope.group("service") : "",
        isSigned ? scope.group("region") : "",
        operation,
        operation.equals("ChangeResourceRecordSets")
            ? first(RECORD_NAME, request.text()).orElse("")
            : target(operation, parameters),
        parameters,
        !operation.matches("(Describe|List|Get|BatchGet).*"));
  }

  private static Call storage(long number, Request request, String region) {
    var operation = StorageOperations.of(request);
    return new Call(
        number,
        Wire.AWS,
        StorageOperations.SERVICE,
        region,
        operation,
        StorageOperations.bucket(request),
        Map.of(),
        !operation.matches("(List|Get|Head).*"));
  }

  /** The name of a create or delete of a group is not that of the instance it mentions. */
  private String target(String operation, Map<String, String> parameters) {
    return NAMES.stream()
        .filter(name -> operation.contains(name.replaceAll("(Identifier|Name|Id)$", "")))
        .filter(parameters::containsKey)
        .findFirst()
        .or(() -> NAMES.stream().filter(parameters::containsKey).findFirst())
        .map(parameters::get)
        .map(name -> names.getOrDefault(name, name))
        .orElse("");
  }

  @Override
  public void learn(Call call, Answer answer) {
    switch (call.operation()) {
      case "CreateSecurityGroup" -> learn(GROUP_ID, call, answer);
      case "RequestCertificate" -> learn(CERTIFICATE_ARN, call, answer);
      default -> {
        // Everything else is named in each request about it.
      }
    }
  }

  private void learn(Pattern id, Call call, Answer answer) {
    first(id, answer.text()).ifPresent(it -> names.put(it, call.target()));
  }

  private static Optional<String> first(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(it -> it.group(1)).findFirst();
  }
}
