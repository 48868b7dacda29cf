package io.appenv.operator.resolver;

import io.appenv.operator.api.v1alpha1.AcceptSpec;
import io.appenv.operator.api.v1alpha1.AccessLogsSpec;
import io.appenv.operator.api.v1alpha1.CertificateSpec;
import io.appenv.operator.api.v1alpha1.IngressScheme;
import io.appenv.operator.api.v1alpha1.IngressSpec;
import io.appenv.operator.api.v1alpha1.TierSpec;
import io.appenv.operator.model.DataBackend;
import io.appenv.operator.model.DesiredCertificate;
import io.appenv.operator.model.DesiredIngress;
import io.appenv.operator.model.DesiredIngress.AccessLogs;
import io.appenv.operator.model.DesiredIngress.DesiredBalancer;
import io.appenv.operator.model.EnvironmentId;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Stage;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code spec.network.ingress}, its defaults filled in. What goes into an annotation is held
 * to the same forms as by the API server: a stored object may be older than its rules.
 */
final class IngressResolver {

  private static final String FIELD = "spec.network.ingress";
  private static final int LONGEST_IDLE = 4000;
  private static final Pattern HOST =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?[.])+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern CERTIFICATE =
      Pattern.compile("arn:aws[a-z-]*:acm:([a-z0-9-]+):[0-9]{12}:certificate/[a-zA-Z0-9-]+");
  private static final Pattern WEB_ACL =
      Pattern.compile(
          "none|arn:aws[a-z-]*:wafv2:([a-z0-9-]+):[0-9]{12}:regional/webacl/[A-Za-z0-9_-]+/"
              + "[a-zA-Z0-9-]+");
  private static final Pattern ZONE = Pattern.compile("[A-Z0-9]{1,32}");
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*");
  private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9/._~-]*");
  private static final Pattern CIDR = Pattern.compile("[0-9a-f.:]+/[0-9]{1,3}");

  private final Problems problems;
  private final EnvironmentId environment;
  private final Stage stage;
  private final DataBackend backend;
  private final String region;

  /**
   * @param region of the environment; empty in Development
   */
  IngressResolver(
      Problems problems,
      EnvironmentId environment,
      Stage stage,
      DataBackend backend,
      String region) {
    this.problems = problems;
    this.environment = environment;
    this.stage = stage;
    this.backend = backend;
    this.region = region;
  }

  DesiredIngress resolve(IngressSpec spec, List<TierSpec> tiers) {
    var host =
        form(FIELD + ".host", spec.host(), HOST, "write a DNS name, for example shop.example.com");
    var tier = IngressDefaults.tier(spec, tiers);
    if (tier.isEmpty()) {
      problems.add(
          FIELD
              + ".tier is missing or no tier that accepts LoadBalancer; write the name of one that"
              + " does");
    }
    var port =
        tier.flatMap(IngressDefaults::loadBalancer)
            .map(accept -> accept.ports().getFirst())
            .orElse(1);
    return new DesiredIngress(
        host,
        tier.map(TierSpec::name).orElse(""),
        port,
        stage == Stage.DEVELOPMENT ? Optional.empty() : Optional.of(balancer(spec, tier)));
  }

  private DesiredBalancer balancer(IngressSpec spec, Optional<TierSpec> tier) {
    spec.allowedCidrs()
        .forEach(
            range ->
                form(
                    FIELD + ".allowedCidrs",
                    range,
                    CIDR,
                    "write ranges in CIDR notation, for example 203.0.113.0/24"));
    return new DesiredBalancer(
        spec.scheme() != IngressScheme.Internal,
        certificate(spec.certificate()),
        spec.allowedCidrs(),
        Optional.ofNullable(spec.webAclArn())
            .map(arn -> arn(".webAclArn", arn, WEB_ACL, "web ACL")),
        Optional.ofNullable(spec.accessLogs()).map(this::accessLogs),
        Boolean.TRUE.equals(spec.deletionProtection()),
        problems.within(FIELD + ".idleTimeoutSeconds", spec.idleTimeoutSeconds(), 1, LONGEST_IDLE),
        form(
            FIELD + ".healthCheckPath",
            spec.healthCheckPath(),
            PATH,
            "write a path of letters, digits and / . _ ~ -, for example /healthz"),
        tier.flatMap(IngressResolver::healthCheckPort));
  }

  /** Nobody else than the load balancer asks a port that it may not connect to. */
  private static Optional<Integer> healthCheckPort(TierSpec tier) {
    var ports = IngressDefaults.loadBalancer(tier).map(AcceptSpec::ports).orElse(List.of());
    return Optional.ofNullable(tier.health())
        .flatMap(health -> Optional.ofNullable(health.port()))
        .filter(ports::contains)
        .filter(port -> !port.equals(ports.getFirst()));
  }

  private DesiredCertificate certificate(@Nullable CertificateSpec spec) {
    if (spec != null && spec.arn() != null) {
      if (spec.hostedZoneId() != null) {
        problems.add(FIELD + ".certificate has arn and hostedZoneId; write one of them");
      }
      return new DesiredCertificate.Given(
          arn(".certificate.arn", spec.arn(), CERTIFICATE, "certificate"));
    }
    if (backend == DataBackend.ACK) {
      problems.add(FIELD + ".certificate.arn is missing; with backend ACK none is asked for");
    }
    var zone = Optional.ofNullable(spec).flatMap(it -> Optional.ofNullable(it.hostedZoneId()));
    return new DesiredCertificate.Managed(
        zone.map(
            id ->
                form(
                    FIELD + ".certificate.hostedZoneId",
                    id,
                    ZONE,
                    "write the id of a hosted zone in Route 53")),
        Ownership.tags(environment));
  }

  /** A load balancer takes what is of its own region only. */
  private String arn(String field, @Nullable String arn, Pattern form, String what) {
    var known = form(FIELD + field, arn, form, "write the ARN of a " + what);
    var match = form.matcher(known);
    var other = match.matches() ? Optional.ofNullable(match.group(1)) : Optional.<String>empty();
    other
        .filter(it -> !region.isEmpty() && !it.equals(region))
        .ifPresent(
            it ->
                problems.add(
                    "%s is of region %s, but the load balancer is in %s; write the ARN of a %s of region %s"
                        .formatted(FIELD + field, it, region, what, region)));
    return known;
  }

  private AccessLogs accessLogs(AccessLogsSpec spec) {
    var field = FIELD + ".accessLogs";
    return new AccessLogs(
        form(field + ".bucket", spec.bucket(), BUCKET, "write the name of an S3 bucket"),
        Optional.ofNullable(spec.prefix())
            .map(
                prefix ->
                    form(
                        field + ".prefix",
                        prefix,
                        PREFIX,
                        "write letters, digits, dots, hyphens and underscores in parts separated"
                            + " by /")));
  }

  private String form(String field, @Nullable String text, Pattern form, String remedy) {
    return problems.parsed(
        field, text, "", it -> Optional.of(it).filter(is -> form.matcher(is).matches()), remedy);
  }
}
