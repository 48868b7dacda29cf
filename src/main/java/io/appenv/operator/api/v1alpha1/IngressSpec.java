package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the environment is reached from outside of the cluster. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
  "host",
  "tier",
  "scheme",
  "certificate",
  "allowedCidrs",
  "webAclArn",
  "accessLogs",
  "deletionProtection",
  "idleTimeoutSeconds",
  "healthCheckPath"
})
public record IngressSpec(
    @Required
        @Size(max = 253)
        @ValidationRule(value = IngressRules.HOST, message = IngressRules.HOST_MESSAGE)
        @JsonPropertyDescription(
            "The DNS name by which clients reach the environment, in lower case, for example "
                + "shop.example.com. One environment of the cluster can have it: the first that "
                + "does. The pods are told it as API_ENDPOINT. Required. Change: restart.")
        String host,
    @Size(max = 63)
        @JsonPropertyDescription(
            "Name of the tier that answers, one that accepts LoadBalancer: on the first of the ports "
                + "it accepts it on. Default: the only such tier. Change: in place.")
        @Nullable String tier,
    @JsonPropertyDescription(
            "InternetFacing, reached from the internet, or Internal, reached from the VPC and what is "
                + "connected to it. Not allowed in Development. Default: InternetFacing. Change: in "
                + "place.")
        @Nullable IngressScheme scheme,
    @JsonPropertyDescription(
            "The certificate for HTTPS. HTTP is answered by a redirect to HTTPS only. Not allowed in "
                + "Development. Default: one that the operator asks for in AWS Certificate Manager. "
                + "Change: in place.")
        @Nullable CertificateSpec certificate,
    @Size(max = 50)
        @ValidationRule(value = IngressRules.CIDRS, message = IngressRules.CIDRS_MESSAGE)
        @JsonPropertyDescription(
            "Who may connect to the load balancer, as ranges of addresses in CIDR notation, for "
                + "example 203.0.113.0/24; at most 50. Not allowed in Development. Default: "
                + "everybody. Change: in place.")
        List<@Size(max = 43) String> allowedCidrs,
    @Size(max = 300)
        @ValidationRule(value = IngressRules.WEB_ACL, message = IngressRules.WEB_ACL_MESSAGE)
        @JsonPropertyDescription(
            "ARN of a regional web ACL of AWS WAF, of the environment's region, that looks at every "
                + "request; none takes away one that is there. Not allowed in Development. Default: "
                + "the load balancer keeps what others gave it. Change: in place.")
        @Nullable String webAclArn,
    @JsonPropertyDescription(
            "Where requests are written down. Not allowed in Development. Default: nowhere. Change: "
                + "in place.")
        @Nullable AccessLogsSpec accessLogs,
    @JsonPropertyDescription(
            "Whether AWS refuses to delete the load balancer. Lifted when the environment is deleted "
                + "or spec.network.ingress is removed. Not allowed in Development. Default: true in "
                + "Production, false in Staging. Change: in place.")
        @Nullable Boolean deletionProtection,
    @Min(1)
        @Max(4000)
        @JsonPropertyDescription(
            "After how many seconds without a byte a connection is closed, 1 to 4000. Not allowed in "
                + "Development. Default: 60. Change: in place.")
        @Nullable Integer idleTimeoutSeconds,
    @Size(max = 253)
        @ValidationRule(value = IngressRules.PATH, message = IngressRules.PATH_MESSAGE)
        @JsonPropertyDescription(
            "Path of an HTTP GET by which the load balancer sees that a pod serves, answered with "
                + "200 to 399, for example /healthz. Not allowed in Development. Default: the path "
                + "of the tier's health, or /. Change: in place.")
        @Nullable String healthCheckPath) {

  public IngressSpec {
    allowedCidrs = allowedCidrs == null ? List.of() : List.copyOf(allowedCidrs);
  }
}
