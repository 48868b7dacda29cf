package io.appenv.operator.sandbox.wire;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Operations of S3, which are in the method, the path and the query of a request. */
final class StorageOperations {

  static final String SERVICE = "s3";

  /** What the query names, and what it is called in an operation. */
  private static final Map<String, String> SUBRESOURCES =
      new TreeMap<>(
          Map.of(
              "tagging", "BucketTagging",
              "versioning", "BucketVersioning",
              "lifecycle", "BucketLifecycleConfiguration",
              "encryption", "BucketEncryption",
              "publicAccessBlock", "PublicAccessBlock",
              "ownershipControls", "BucketOwnershipControls",
              "policy", "BucketPolicy",
              "cors", "BucketCors"));

  private StorageOperations() {}

  static String of(Request request) {
    var query = request.query();
    if (bucket(request).isEmpty()) {
      return "ListBuckets";
    }
    if (isAbout(query, "versions")) {
      return "ListObjectVersions";
    }
    if (isAbout(query, "delete")) {
      return "DeleteObjects";
    }
    var verb = verb(request.method());
    return SUBRESOURCES.entrySet().stream()
        .filter(it -> isAbout(query, it.getKey()))
        .map(it -> verb + it.getValue())
        .findFirst()
        .orElseGet(() -> whole(request, verb));
  }

  private static boolean isAbout(String query, String name) {
    for (var part : query.split("&", -1)) {
      if (part.equals(name) || part.startsWith(name + "=")) {
        return true;
      }
    }
    return false;
  }

  private static String whole(Request request, String verb) {
    return request.path().substring(1).contains("/")
        ? verb + "Object"
        : (verb.equals("Put") ? "Create" : verb) + "Bucket";
  }

  private static String verb(String method) {
    return method.charAt(0) + method.substring(1).toLowerCase(Locale.ROOT);
  }

  /** Name of the bucket, which the path begins with. */
  static String bucket(Request request) {
    return request.path().substring(1).split("/", 2)[0];
  }
}
