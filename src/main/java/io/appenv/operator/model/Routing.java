package io.appenv.operator.model;

import java.util.Optional;

/** What becomes of the Ingress of an environment in one pass. */
public sealed interface Routing {

  /** There shall be none. */
  record Closed() implements Routing {}

  /**
   * What is there stays, and none is made.
   *
   * @param host of the Ingress that is there
   */
  record Kept(Optional<String> host) implements Routing {}

  /**
   * As it is declared, through a load balancer in AWS.
   *
   * @param ingressClass name of the IngressClass of its controller
   * @param certificateArn of the certificate in ACM
   * @param securityGroup id of the security group of the load balancer; where it is empty, the
   *     controller makes one
   */
  record Balanced(String ingressClass, String certificateArn, Optional<String> securityGroup)
      implements Routing {}

  /** As it is declared, through whatever serves the cluster's usual IngressClass. */
  record Plain() implements Routing {}

  /** Whether the Ingress is made as it is declared now. */
  default boolean isAsDeclared() {
    return switch (this) {
      case Balanced _, Plain _ -> true;
      case Closed _, Kept _ -> false;
    };
  }
}
