package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** The AWS location of an environment. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"region"})
public record AwsSpec(
    @Required
        @Size(max = 40)
        @ValidationRule(
            value = "self == oldSelf",
            message =
                "the region of an environment cannot be changed; create another environment "
                    + "in the other region")
        @ValidationRule(
            value = "self.matches('^[a-z]{2}(-[a-z]+)+-[0-9]$')",
            message = "write the code of an AWS region, for example ap-northeast-1")
        @JsonPropertyDescription(
            "AWS region of the database and the cache, for example ap-northeast-1. "
                + "Required. Change: immutable.")
        String region) {}
