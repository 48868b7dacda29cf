package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/** What an override makes of one tier. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"name", "needed", "ready", "explanation"})
public record OverriddenTierStatus(
    @JsonPropertyDescription("Name of the tier.") String name,
    @JsonPropertyDescription("Pods that this override needs by its start.")
        @Nullable Integer needed,
    @JsonPropertyDescription("Pods that can serve. Absent while it is not in force.")
        @Nullable Integer ready,
    @JsonPropertyDescription(
            "What the spec says, what each override in force asks for, and what comes of it.")
        @Nullable String explanation) {}
