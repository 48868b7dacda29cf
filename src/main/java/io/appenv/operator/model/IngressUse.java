package io.appenv.operator.model;

import java.util.Optional;

/**
 * What the way in from outside has to do with certificates.
 *
 * @param certificate ARN of the one that the Ingress names
 * @param isHostTaken another environment has the host, so nothing is made for this one
 */
public record IngressUse(Optional<String> certificate, boolean isHostTaken) {

  public static IngressUse none() {
    return new IngressUse(Optional.empty(), false);
  }
}
