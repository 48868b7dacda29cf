package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/** The pods of one tier. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"name", "desired", "ready", "updated", "reason", "message", "requests"})
public record TierStatus(
    @JsonPropertyDescription("Name of the tier.") String name,
    @JsonPropertyDescription("Pods that the autoscaler wants.") @Nullable Integer desired,
    @JsonPropertyDescription("Pods that can serve.") @Nullable Integer ready,
    @JsonPropertyDescription("Pods that run the current image and settings.")
        @Nullable Integer updated,
    @JsonPropertyDescription(
            "Why the tier is not available, as its pods say, for example ImagePullBackOff.")
        @Nullable String reason,
    @JsonPropertyDescription("One sentence to the reason.") @Nullable String message,
    @JsonPropertyDescription(
            "Whether the number of requests that scales the tier is known. Absent where none does.")
        @Nullable RequestsStatus requests) {}
