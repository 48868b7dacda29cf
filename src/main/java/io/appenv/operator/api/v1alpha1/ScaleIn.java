package io.appenv.operator.api.v1alpha1;

/** Whether autoscalers may take pods away. */
public enum ScaleIn {
  Allowed,
  Frozen
}
