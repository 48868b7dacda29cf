package io.appenv.operator.deploy;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The AWS operations that the compiled operator calls, as IAM names them. */
final class AwsCalls {

  private static final String SERVICES = "software.amazon.awssdk.services.";

  /** Where the IAM prefix is not the name of the SDK's package. */
  private static final Map<String, String> PREFIXES = Map.of("resourcegroupstaggingapi", "tag");

  /** Operations of S3 whose permissions have other names. */
  private static final Map<String, String> NAMES =
      Map.of(
          "s3:ListBuckets", "s3:ListAllMyBuckets",
          "s3:ListObjectVersions", "s3:ListBucketVersions",
          "s3:DeleteObjects", "s3:DeleteObject",
          "s3:DeleteBucketCors", "s3:PutBucketCORS");

  /** GetCallerIdentity and AssumeRoleWithWebIdentity need no permission of the caller. */
  private static final Set<String> WITHOUT_PERMISSION = Set.of("sts");

  private AwsCalls() {}

  static Set<String> permissions() {
    return new ClassFileImporter()
        .importPackages("io.appenv.operator.backend.aws").stream()
            .flatMap(
                type ->
                    Stream.concat(
                        type.getCodeUnitCallsFromSelf().stream()
                            .map(call -> (JavaCodeUnitAccess<?>) call),
                        type.getCodeUnitReferencesFromSelf().stream()))
            .map(JavaCodeUnitAccess::getTarget)
            .filter(AwsCalls::isOperation)
            .filter(target -> !WITHOUT_PERMISSION.contains(service(target)))
            .map(AwsCalls::permission)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Operations answer with a response or with a paginator; builders and the like do not. */
  private static boolean isOperation(CodeUnitAccessTarget target) {
    var answer = target.getRawReturnType().getName();
    return target.getOwner().getName().startsWith(SERVICES)
        && target.getOwner().getSimpleName().endsWith("Client")
        && (answer.endsWith("Response") || answer.contains(".paginators."));
  }

  private static String permission(CodeUnitAccessTarget target) {
    var operation = target.getName().replaceFirst("Paginator$", "");
    var permission =
        PREFIXES.getOrDefault(service(target), service(target))
            + ":"
            + Character.toUpperCase(operation.charAt(0))
            + operation.substring(1);
    return NAMES.getOrDefault(
        permission, service(target).equals("s3") ? ofS3(permission) : permission);
  }

  private static String ofS3(String permission) {
    return permission
        .replace("BucketLifecycleConfiguration", "LifecycleConfiguration")
        .replace("BucketEncryption", "EncryptionConfiguration")
        .replace("tPublicAccessBlock", "tBucketPublicAccessBlock")
        .replaceFirst("BucketCors$", "BucketCORS");
  }

  private static String service(CodeUnitAccessTarget target) {
    var rest = target.getOwner().getName().substring(SERVICES.length());
    return rest.substring(0, rest.indexOf('.'));
  }
}
