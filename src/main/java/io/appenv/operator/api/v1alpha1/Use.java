package io.appenv.operator.api.v1alpha1;

/** What a tier may be connected to. The names are those of the spec's own sections. */
public enum Use {
  /** The environment's PostgreSQL; the tier receives its connection URL. */
  database,

  /** The environment's Redis; the tier receives its connection URL. */
  cache,

  /** The environment's bucket; the tier receives its name. */
  files
}
