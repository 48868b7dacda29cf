package io.appenv.operator.api.v1alpha1;

/** Kind of EBS volume behind an RDS instance. */
public enum StorageType {
  /** General purpose, third generation: a fixed baseline that does not depend on the size. */
  gp3,

  /** General purpose, second generation: performance grows with the size. */
  gp2
}
