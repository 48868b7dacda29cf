package io.appenv.operator.model;

/** Where the data services of an environment live. */
public enum DataBackend {
  /** Amazon RDS and ElastiCache, driven through the AWS SDK. */
  AWS,
  /** Amazon RDS and ElastiCache, changed through the resources of the ACK controllers. */
  ACK,
  /** PostgreSQL and Valkey as StatefulSets beside the workloads, for development. */
  IN_CLUSTER;

  public boolean isOnAws() {
    return switch (this) {
      case AWS, ACK -> true;
      case IN_CLUSTER -> false;
    };
  }
}
