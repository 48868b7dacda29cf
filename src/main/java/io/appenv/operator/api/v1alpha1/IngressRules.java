package io.appenv.operator.api.v1alpha1;

/**
 * What the API server asks of an ingress. No value has a comma, an equals sign, a quote or a line
 * break, which mean something in the annotations that the values are written to.
 */
final class IngressRules {

  static final String HOST =
      "self.matches('^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?[.])+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$')";
  static final String HOST_MESSAGE =
      "write a DNS name of at least two parts in lower case, without a wildcard, for example "
          + "shop.example.com";

  static final String CIDRS =
      "self.all(range, isCIDR(range) && cidr(range) == cidr(range).masked())";
  static final String CIDRS_MESSAGE =
      "write ranges of addresses in CIDR notation whose host bits are zero, for example "
          + "203.0.113.0/24 or 2001:db8::/32";

  static final String WEB_ACL =
      "self.matches('^(none|arn:aws[a-z-]*:wafv2:[a-z0-9-]+:[0-9]{12}:regional/webacl/[A-Za-z0-9_-]+/"
          + "[a-zA-Z0-9-]+)$')";
  static final String WEB_ACL_MESSAGE =
      "write the ARN of a regional web ACL, for example "
          + "arn:aws:wafv2:ap-northeast-1:111122223333:regional/webacl/shop/0a1b2c3d, or none";

  static final String PATH = "self.matches('^/[A-Za-z0-9/._~-]*$')";
  static final String PATH_MESSAGE =
      "write the path of an HTTP request, starting with /, of letters, digits and / . _ ~ -, for "
          + "example /healthz";

  static final String TIER =
      "!has(self.network) || !has(self.network.ingress) || (has(self.network.ingress.tier) ? "
          + "self.tiers.exists(t, t.name == self.network.ingress.tier && has(t.accepts) && "
          + "t.accepts.exists(a, a.from == 'LoadBalancer')) : self.tiers.exists_one(t, "
          + "has(t.accepts) && t.accepts.exists(a, a.from == 'LoadBalancer')))";
  static final String TIER_MESSAGE =
      "the ingress leads to one tier that accepts LoadBalancer; write accepts: [{from: "
          + "LoadBalancer, ports: [80]}] there, and its name in network.ingress.tier if there are "
          + "several";

  static final String DEVELOPMENT =
      "self.stage != 'Development' || !has(self.network) || !has(self.network.ingress) || "
          + "(!has(self.network.ingress.scheme) && !has(self.network.ingress.certificate) && "
          + "!has(self.network.ingress.allowedCidrs) && !has(self.network.ingress.webAclArn) && "
          + "!has(self.network.ingress.accessLogs) && "
          + "!has(self.network.ingress.deletionProtection) && "
          + "!has(self.network.ingress.idleTimeoutSeconds) && "
          + "!has(self.network.ingress.healthCheckPath))";
  static final String DEVELOPMENT_MESSAGE =
      "stage Development has no load balancer in AWS; write only host and tier in network.ingress";

  static final String BACKEND =
      "!has(self.aws) || !has(self.aws.backend) || self.aws.backend != 'ACK' || "
          + "!has(self.network) || !has(self.network.ingress) || "
          + "(has(self.network.ingress.certificate) && has(self.network.ingress.certificate.arn))";
  static final String BACKEND_MESSAGE =
      "with backend ACK the operator changes nothing in AWS and asks for no certificate; write "
          + "certificate: {arn: arn:aws:acm:...}";

  private IngressRules() {}
}
