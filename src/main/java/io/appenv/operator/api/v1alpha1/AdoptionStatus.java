package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/** A data store that waits to be taken over. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"component", "identifier", "patch"})
public record AdoptionStatus(
    @JsonPropertyDescription("The part of the environment it becomes, for example database.")
        @Nullable String component,
    @JsonPropertyDescription("Its identifier in AWS.") @Nullable String identifier,
    @JsonPropertyDescription(
            "Merge patch that makes the spec say what is there, so that nothing but its ownership "
                + "changes, for kubectl patch --type=merge. An empty object where nothing differs.")
        @Nullable String patch) {}
