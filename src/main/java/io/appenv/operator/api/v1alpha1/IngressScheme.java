package io.appenv.operator.api.v1alpha1;

/** From where a load balancer can be reached. */
public enum IngressScheme {
  /** From the internet, by public addresses. */
  InternetFacing,
  /** From the VPC and what is connected to it. */
  Internal
}
