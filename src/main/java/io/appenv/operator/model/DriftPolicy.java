package io.appenv.operator.model;

/** What becomes of a setting that somebody changed outside of the operator. */
public enum DriftPolicy {
  /** It is put back, after approval where that would lose something. */
  CORRECT,
  /** It stays as it is found, and is told. */
  REPORT,
  /** It stays as it is found, and nothing is said. */
  IGNORE
}
