package io.appenv.operator.api.v1alpha1;

/** What becomes of a setting that somebody changed in AWS. */
public enum DriftPolicy {
  /** It is put back; where that would lose something, once its plan is approved. */
  Correct,

  /** It stays as it is, listed in the status. */
  Report,

  /** It stays as it is, and nothing is said. */
  Ignore
}
