package io.appenv.operator.status;

import java.util.Set;

/**
 * The status words of RDS instances and ElastiCache replication groups in which they serve, as the
 * two user guides list them. A word that is not here does not count as serving.
 */
final class ServiceState {

  private static final Set<String> SERVING =
      Set.of(
          "available",
          "backing-up",
          "configuring-enhanced-monitoring",
          "configuring-iam-database-auth",
          "configuring-log-exports",
          "storage-config-upgrade",
          "storage-initialization",
          "storage-optimization",
          "snapshotting");

  private ServiceState() {}

  static boolean isServing(String word) {
    return SERVING.contains(word);
  }
}
