package io.appenv.operator.model;

import java.util.List;
import java.util.Optional;

/**
 * How an environment shall be reached from outside of the cluster.
 *
 * @param host the DNS name that clients use
 * @param tier name of the tier that answers
 * @param port of that tier
 * @param balancer the load balancer in AWS; empty in Development
 */
public record DesiredIngress(
    String host, String tier, int port, Optional<DesiredBalancer> balancer) {

  /**
   * @param internetFacing whether it has public addresses
   * @param certificate the one for HTTPS
   * @param allowedCidrs who may connect; everybody where there are none
   * @param webAclArn of the web ACL of WAF
   * @param idleTimeoutSeconds after which AWS closes a connection that carries nothing
   * @param healthCheckPath answered with 200 to 399
   * @param healthCheckPort empty for the port that gets the requests
   */
  public record DesiredBalancer(
      boolean internetFacing,
      DesiredCertificate certificate,
      List<String> allowedCidrs,
      Optional<String> webAclArn,
      Optional<AccessLogs> accessLogs,
      boolean deletionProtection,
      int idleTimeoutSeconds,
      String healthCheckPath,
      Optional<Integer> healthCheckPort) {

    public DesiredBalancer {
      allowedCidrs = List.copyOf(allowedCidrs);
    }
  }

  /** An S3 bucket, and what the names of the objects in it begin with. */
  public record AccessLogs(String bucket, Optional<String> prefix) {}

  /** The ARN of the certificate, where the spec names one. */
  public Optional<String> certificateArn() {
    return balancer
        .map(DesiredBalancer::certificate)
        .flatMap(
            certificate ->
                certificate instanceof DesiredCertificate.Given(var arn)
                    ? Optional.of(arn)
                    : Optional.empty());
  }

  /** The certificate that the operator asks for, where it does. */
  public Optional<DesiredCertificate.Managed> managedCertificate() {
    return balancer
        .map(DesiredBalancer::certificate)
        .flatMap(
            certificate ->
                certificate instanceof DesiredCertificate.Managed managed
                    ? Optional.of(managed)
                    : Optional.empty());
  }

  /** What clients write in front of a path. */
  public String endpoint() {
    return endpoint(host);
  }

  /** The same of another host that is served alike. */
  public String endpoint(String other) {
    return (balancer.isPresent() ? "https://" : "http://") + other;
  }
}
