package io.appenv.operator.api.v1alpha1;

/** Who makes the calls that change AWS. */
public enum AwsBackend {
  /** The operator itself. */
  SDK,
  /** The ACK controllers for RDS and ElastiCache, told by their resources in the namespace. */
  ACK
}
