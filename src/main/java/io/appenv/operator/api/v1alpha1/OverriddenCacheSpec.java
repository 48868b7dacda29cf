package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;

/** Another size of the cache. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record OverriddenCacheSpec(
    @Required
        @Min(1)
        @Max(6)
        @JsonPropertyDescription(
            "Number of nodes, 1 to 6; fewer than the environment's own is as many as that. Required.")
        Integer nodes) {}
