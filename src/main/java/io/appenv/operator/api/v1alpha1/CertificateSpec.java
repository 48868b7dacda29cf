package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** The certificate that the load balancer proves with who it is. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CertificateSpec(
    @Required
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
                + "issued and covers the host. Required. Change: in place.")
        String arn) {}
