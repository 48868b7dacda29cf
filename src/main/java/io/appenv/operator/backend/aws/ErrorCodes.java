package io.appenv.operator.backend.aws;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The meaning of AWS error codes; codes without a line of their own follow AWS's naming. */
final class ErrorCodes {

  private static final int SERVER_ERROR = 500;
  private static final int TOO_MANY_REQUESTS = 429;

  private static final Set<String> THROTTLING =
      Set.of(
          "Throttling",
          "Throttled",
          "ThrottledException",
          "ThrottlingException",
          "RequestLimitExceeded",
          "RequestThrottled",
          "RequestThrottledException",
          "TooManyRequestsException",
          "BandwidthLimitExceeded",
          "PriorRequestNotComplete",
          "SlowDown",
          "APICallRateForCustomerExceeded",
          "APICallRateForCustomerExceededFault");

  private static final Set<String> DENIED =
      Set.of(
          "AccessDenied",
          "AccessDeniedException",
          "AuthFailure",
          "UnauthorizedOperation",
          "NotAuthorized",
          "InvalidClientTokenId",
          "UnrecognizedClientException",
          "MissingAuthenticationToken",
          "ExpiredToken",
          "ExpiredTokenException",
          "IncompleteSignature",
          "SignatureDoesNotMatch",
          "InvalidAccessKeyId",
          "OptInRequired",
          "RequestExpired");

  private static final Set<String> FAILING =
      Set.of("InternalFailure", "InternalError", "InternalServerError", "ServiceUnavailable");

  private static final Map<String, ErrorKind> NAMED =
      Stream.of(
              Stream.of("InsufficientDBInstanceCapacity", "InsufficientCacheClusterCapacity")
                  .map(code -> Map.entry(code, ErrorKind.NO_CAPACITY)),
              // EC2 names what exists already by the thing, a dot and what is amiss.
              Stream.of("InvalidGroup.Duplicate", "InvalidPermission.Duplicate")
                  .map(code -> Map.entry(code, ErrorKind.ALREADY_EXISTS)),
              // Network interfaces stay for minutes after what they were for is gone.
              Stream.of("DependencyViolation", "InvalidGroup.InUse")
                  .map(code -> Map.entry(code, ErrorKind.IN_USE)),
              Stream.of("DBSnapshotAlreadyExists", "SnapshotAlreadyExists")
                  .map(code -> Map.entry(code, ErrorKind.SNAPSHOT_EXISTS)),
              Stream.of("KMSKeyNotAccessible").map(code -> Map.entry(code, ErrorKind.KEY_UNUSABLE)),
              Stream.of("DBSubnetGroupDoesNotCoverEnoughAZs")
                  .map(code -> Map.entry(code, ErrorKind.TOO_FEW_ZONES)),
              // In use by something that is still being deleted; or nothing left to do.
              Stream.of(
                      "CacheSubnetGroupInUse", "NoOperation", "ResourceInUse", "RequestInProgress")
                  .map(code -> Map.entry(code, ErrorKind.BUSY)),
              // S3 says so of what was never set, too.
              Stream.of(
                      "NoSuchHostedZone",
                      "NoSuchBucket",
                      "NoSuchTagSet",
                      "NoSuchBucketPolicy",
                      "NoSuchLifecycleConfiguration",
                      "NoSuchCORSConfiguration",
                      "NoSuchPublicAccessBlockConfiguration",
                      "OwnershipControlsNotFoundError",
                      "ServerSideEncryptionConfigurationNotFoundError")
                  .map(code -> Map.entry(code, ErrorKind.NOT_FOUND)),
              // Names of buckets are the same in all accounts.
              Stream.of("BucketAlreadyExists").map(code -> Map.entry(code, ErrorKind.NAME_TAKEN)),
              Stream.of("BucketAlreadyOwnedByYou")
                  .map(code -> Map.entry(code, ErrorKind.ALREADY_EXISTS)),
              // Of Secrets Manager, and of the tags of Parameter Store.
              Stream.of("ResourceExists").map(code -> Map.entry(code, ErrorKind.ALREADY_EXISTS)),
              Stream.of("InvalidResourceId").map(code -> Map.entry(code, ErrorKind.NOT_FOUND)),
              Stream.of("BucketNotEmpty").map(code -> Map.entry(code, ErrorKind.NOT_EMPTY)),
              Stream.of("OperationAborted").map(code -> Map.entry(code, ErrorKind.BUSY)),
              Stream.of("TooManyBuckets").map(code -> Map.entry(code, ErrorKind.QUOTA_EXCEEDED)),
              // Not states but refusals: these do not pass by waiting.
              // An authority is named by the spec, so nothing comes of looking again.
              Stream.of("InvalidVPCNetworkState", "CertificateNotFound")
                  .map(code -> Map.entry(code, ErrorKind.INVALID)),
              Stream.of("InstanceQuotaExceeded", "ClusterQuotaForCustomerExceeded")
                  .map(code -> Map.entry(code, ErrorKind.QUOTA_EXCEEDED)))
          .flatMap(entries -> entries)
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private ErrorCodes() {}

  /**
   * @param code as AWS sent it; empty when the answer carried none, as that of a proxy, a load
   *     balancer or an endpoint that does not know the operation: such a 404 says nothing of the
   *     resource
   */
  static ErrorKind kind(String code, int status) {
    if (THROTTLING.contains(code) || status == TOO_MANY_REQUESTS) {
      return ErrorKind.THROTTLED;
    }
    if (DENIED.contains(code)) {
      return ErrorKind.ACCESS_DENIED;
    }
    if (code.isEmpty() || FAILING.contains(code)) {
      return ErrorKind.UPSTREAM;
    }
    var plain = withoutSuffix(code);
    var named = NAMED.get(plain);
    if (named != null) {
      return named;
    }
    return status >= SERVER_ERROR ? ErrorKind.UPSTREAM : byName(plain);
  }

  private static ErrorKind byName(String code) {
    if (code.contains("Quota") || code.endsWith("LimitExceeded")) {
      return ErrorKind.QUOTA_EXCEEDED;
    }
    if (code.endsWith("AlreadyExists")) {
      return ErrorKind.ALREADY_EXISTS;
    }
    if (code.endsWith("NotFound")) {
      return ErrorKind.NOT_FOUND;
    }
    return code.startsWith("Invalid") && code.endsWith("State")
        ? ErrorKind.BUSY
        : ErrorKind.INVALID;
  }

  /** The services name one error with and without these endings. */
  private static String withoutSuffix(String code) {
    return code.replaceFirst("(Fault|Exception)$", "");
  }
}
