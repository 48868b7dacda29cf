package io.appenv.operator.api.v1alpha1;

/** Kind of EBS volume behind an RDS instance. */
public enum StorageType {
  /** General purpose, third generation: a fixed baseline that does not depend on the size. */
  gp3,

  /** General purpose, second generation: performance grows with the size. */
  gp2,

  /** Provisioned IOPS, up to 50 for each GiB. */
  io1,

  /** Provisioned IOPS, up to 1000 for each GiB, with less latency than io1. */
  io2
}
