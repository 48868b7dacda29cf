package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/** Whether the number of requests is known; the number itself is with the autoscaler. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"source", "reason", "message"})
public record RequestsStatus(
    @JsonPropertyDescription("Where the number comes from, for example LoadBalancer.")
        String source,
    @JsonPropertyDescription("Available, or why there is no number.") String reason,
    @JsonPropertyDescription("One sentence to the reason.") @Nullable String message) {}
