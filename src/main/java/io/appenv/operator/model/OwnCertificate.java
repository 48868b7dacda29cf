package io.appenv.operator.model;

import java.util.Map;
import java.util.Optional;

/**
 * A certificate that may be one of an environment's own: it was asked for under a host of its.
 *
 * @param host that it was asked for
 * @param record by which ACM sees that whoever asked has the host; empty until ACM tells it
 * @param made the record of that name that the hosted zone has
 * @param inUse whether a load balancer has it
 */
public record OwnCertificate(
    Certificate certificate,
    String host,
    Map<String, String> tags,
    Optional<DnsRecord> record,
    Optional<DnsRecord> made,
    boolean inUse) {

  public OwnCertificate {
    tags = Map.copyOf(tags);
  }

  public String arn() {
    return certificate.arn();
  }

  /** Whether it is issued, or may be yet. */
  public boolean isAlive() {
    return certificate.isIssued() || certificate.isPending();
  }
}
