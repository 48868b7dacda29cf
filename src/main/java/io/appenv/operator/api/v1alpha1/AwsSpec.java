package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** The AWS location of an environment. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"region"})
public record AwsSpec(
    @Required
        @Size(min = 1, max = 30)
        @JsonPropertyDescription(
            "AWS region of the database and the cache, for example ap-northeast-1. "
                + "Required. Change: immutable.")
        String region) {}
