package io.appenv.operator.api.v1alpha1;

/** What an environment is for. The stage picks defaults; it never hides a setting. */
public enum Stage {
  /** Redundant across availability zones, on AWS. */
  Production,

  /** The same configuration as production, scaled down, on AWS. */
  Staging,

  /** Cheap and quick: the data stores run in the cluster, without AWS. */
  Development
}
