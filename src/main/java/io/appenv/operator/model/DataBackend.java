package io.appenv.operator.model;

/** Where the data services of an environment live. */
public enum DataBackend {
  /** Amazon RDS and ElastiCache, driven through the AWS SDK. */
  AWS,
  /** PostgreSQL and Valkey as StatefulSets beside the workloads, for development. */
  IN_CLUSTER
}
