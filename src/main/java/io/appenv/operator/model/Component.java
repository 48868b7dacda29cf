package io.appenv.operator.model;

/** The parts of an environment that succeed and fail on their own. */
public enum Component {
  SPEC,
  NETWORK,
  DATABASE,
  CACHE,
  /** The variables of tiers, read from where the spec says; and what is published in AWS. */
  CONFIGURATION,
  WORKLOADS,
  /** How the environment is reached from outside, its certificate included. */
  INGRESS,
  /** The bucket. */
  FILES
}
