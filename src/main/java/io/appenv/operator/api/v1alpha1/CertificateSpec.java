package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** The certificate that the load balancer proves with who it is. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"arn", "hostedZoneId"})
@ValidationRule(
    value = "!has(self.arn) || !has(self.hostedZoneId)",
    message =
        "a certificate is either named or asked for; write arn or hostedZoneId, or remove both")
public record CertificateSpec(
    @Size(max = 200)
        @ValidationRule(
            value =
                "self.matches('^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[a-zA-Z0-9-]+$')",
            message =
                "write the ARN of a certificate in AWS Certificate Manager, for example "
                    + "arn:aws:acm:ap-northeast-1:111122223333:certificate/"
                    + "0a1b2c3d-0000-4000-8000-000000000000")
        @JsonPropertyDescription(
            "ARN of a certificate in AWS Certificate Manager, of the environment's region, that is "
                + "issued and covers the host. Default: the operator asks for one. Change: in "
                + "place.")
        @Nullable String arn,
    @Size(max = 32)
        @ValidationRule(
            value = "self.matches('^[A-Z0-9]+$')",
            message =
                "write the id of a hosted zone in Route 53, for example Z0123456789ABCDEFGHIJ")
        @JsonPropertyDescription(
            "Id of the public hosted zone in Route 53 that the host is in: the operator makes the "
                + "record there by which ACM validates the certificate that it asks for. Default: "
                + "none; the record is told in status.certificate, and made by you. Change: in "
                + "place.")
        @Nullable String hostedZoneId) {}
