package io.appenv.operator.model;

import java.util.Map;
import java.util.Optional;

/** The certificate of a load balancer. */
public sealed interface DesiredCertificate {

  /** One that somebody else has in ACM. */
  record Given(String arn) implements DesiredCertificate {}

  /**
   * One that the operator asks for.
   *
   * @param hostedZone id of the zone in Route 53 for the record of its validation; where it is
   *     empty somebody else makes that record
   * @param tags that say whose it is
   */
  record Managed(Optional<String> hostedZone, Map<String, String> tags)
      implements DesiredCertificate {
    public Managed {
      tags = Map.copyOf(tags);
    }
  }
}
