package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** Where a load balancer writes down the requests it was sent. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"bucket", "prefix"})
public record AccessLogsSpec(
    @Required
        @Size(max = 63)
        @ValidationRule(
            value = "self.matches('^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$')",
            message =
                "write the name of an S3 bucket, 3 to 63 lower case letters, digits, dots and "
                    + "hyphens, for example shop-access-logs")
        @JsonPropertyDescription(
            "The S3 bucket, of the environment's region, whose policy lets load balancers write to "
                + "it. Required. Change: in place.")
        String bucket,
    @Size(max = 200)
        @ValidationRule(
            value =
                "self.matches('^[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*$') && !self.contains('AWSLogs')",
            message =
                "write letters, digits, dots, hyphens and underscores in parts separated by /, "
                    + "without AWSLogs, which AWS adds itself, for example shop/production")
        @JsonPropertyDescription(
            "What the names of the objects begin with, for example shop/production. Default: "
                + "nothing. Change: in place.")
        @Nullable String prefix) {}
