package io.appenv.operator.ingress;

import io.appenv.operator.model.DesiredIngress;
import io.appenv.operator.model.DesiredIngress.DesiredBalancer;
import io.appenv.operator.model.EnvironmentId;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Routing;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an Ingress says to the AWS Load Balancer Controller. */
public final class BalancerAnnotations {

  /** What the names of all annotations begin with that the controller reads. */
  public static final String PREFIX = "alb.ingress.kubernetes.io/";

  /** The attributes that the controller gives the load balancer. */
  public static final String ATTRIBUTES = PREFIX + "load-balancer-attributes";

  static final String CERTIFICATE = PREFIX + "certificate-arn";
  private static final String PROTECTED = "deletion_protection.enabled";
  private static final int HTTPS = 443;

  private BalancerAnnotations() {}

  static SortedMap<String, String> of(
      EnvironmentId environment,
      DesiredIngress ingress,
      DesiredBalancer balancer,
      Routing.Balanced routing) {
    var said = new TreeMap<String, String>();
    listeners(said, routing);
    targets(said, ingress, balancer);
    clients(said, balancer, routing);
    said.put(ATTRIBUTES, AnnotationValue.attributes(attributes(balancer)));
    said.put(
        PREFIX + "tags", AnnotationValue.attributes(new TreeMap<>(Ownership.tags(environment))));
    return said;
  }

  /** Port 80 does nothing but send clients to port 443. */
  private static void listeners(Map<String, String> said, Routing.Balanced routing) {
    said.put(PREFIX + "listen-ports", "[{\"HTTP\": 80}, {\"HTTPS\": 443}]");
    said.put(PREFIX + "ssl-redirect", Integer.toString(HTTPS));
    said.put(PREFIX + "ssl-policy", "ELBSecurityPolicy-TLS13-1-2-2021-06");
    said.put(CERTIFICATE, AnnotationValue.word(routing.certificateArn()));
  }

  private static void targets(
      Map<String, String> said, DesiredIngress ingress, DesiredBalancer balancer) {
    var protocol = ingress.port() == HTTPS ? "HTTPS" : "HTTP";
    // The network policies let in the addresses of load balancers, not those of nodes.
    said.put(PREFIX + "target-type", "ip");
    said.put(PREFIX + "backend-protocol", protocol);
    said.put(PREFIX + "healthcheck-protocol", protocol);
    said.put(PREFIX + "healthcheck-path", AnnotationValue.word(balancer.healthCheckPath()));
    said.put(
        PREFIX + "healthcheck-port",
        balancer.healthCheckPort().map(String::valueOf).orElse("traffic-port"));
    said.put(PREFIX + "success-codes", "200-399");
  }

  /** Of a load balancer with a security group of its own, that group says who may connect. */
  private static void clients(
      Map<String, String> said, DesiredBalancer balancer, Routing.Balanced routing) {
    said.put(PREFIX + "scheme", balancer.internetFacing() ? "internet-facing" : "internal");
    balancer
        .webAclArn()
        .ifPresent(arn -> said.put(PREFIX + "wafv2-acl-arn", AnnotationValue.word(arn)));
    routing
        .securityGroup()
        .ifPresentOrElse(
            group -> {
              said.put(PREFIX + "security-groups", AnnotationValue.word(group));
              said.put(PREFIX + "manage-backend-security-group-rules", "false");
            },
            () -> ranges(said, balancer));
  }

  private static void ranges(Map<String, String> said, DesiredBalancer balancer) {
    if (!balancer.allowedCidrs().isEmpty()) {
      said.put(PREFIX + "inbound-cidrs", AnnotationValue.list(balancer.allowedCidrs()));
    }
  }

  /** All of them in each case: the controller leaves as it is what it is not told. */
  private static SortedMap<String, String> attributes(DesiredBalancer balancer) {
    var attributes = new TreeMap<String, String>();
    attributes.put(PROTECTED, Boolean.toString(balancer.deletionProtection()));
    attributes.put("idle_timeout.timeout_seconds", Integer.toString(balancer.idleTimeoutSeconds()));
    attributes.put("access_logs.s3.enabled", Boolean.toString(balancer.accessLogs().isPresent()));
    balancer
        .accessLogs()
        .ifPresent(
            logs -> {
              attributes.put("access_logs.s3.bucket", logs.bucket());
              logs.prefix().ifPresent(prefix -> attributes.put("access_logs.s3.prefix", prefix));
            });
    return attributes;
  }

  /** The same attributes without protection from deletion. */
  public static String unprotected(String attributes) {
    return attributes.replace(PROTECTED + "=true", PROTECTED + "=false");
  }
}
