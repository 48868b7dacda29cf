package io.appenv.operator.api.v1alpha1;

/** Whether the pods that a ScaleOverride asks for are there. */
public enum Readiness {
  /** Not yet, and it has not started. */
  Warming,
  Ready,
  /** Not all of them, though it has started. */
  Late
}
