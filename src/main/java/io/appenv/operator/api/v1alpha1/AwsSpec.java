package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** The AWS location of an environment. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"region", "backend"})
@ValidationRule(
    value =
        "(has(self.backend) ? self.backend : 'SDK') == "
            + "(has(oldSelf.backend) ? oldSelf.backend : 'SDK')",
    message =
        "the backend of an environment cannot be changed; put it back, or create another "
            + "environment and restore a snapshot there; docs/playbooks.md#specawsbackend",
    fieldPath = ".backend")
public record AwsSpec(
    @Required
        @Size(max = 40)
        @ValidationRule(
            value = "self == oldSelf",
            message =
                "the region of an environment cannot be changed; create another environment "
                    + "in the other region; docs/playbooks.md#specawsregion")
        @ValidationRule(
            value = "self.matches('^[a-z]{2}(-[a-z]+)+-[0-9]$')",
            message = "write the code of an AWS region, for example ap-northeast-1")
        @JsonPropertyDescription(
            "AWS region of the database and the cache, for example ap-northeast-1. "
                + "Required. Change: immutable.")
        String region,
    @JsonPropertyDescription(
            "Who makes the calls that change the database and the cache: SDK, the operator "
                + "itself, or ACK, the ACK controllers for RDS and ElastiCache, which must be "
                + "installed. Default: SDK. Change: immutable.")
        @Nullable AwsBackend backend) {}
