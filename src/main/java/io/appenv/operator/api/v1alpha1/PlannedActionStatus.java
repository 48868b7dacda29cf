package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** One action of a plan. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"action", "target", "reason", "changeClass", "when"})
public record PlannedActionStatus(
    @JsonPropertyDescription("What is done, for example ModifyDatabase.") String action,
    @JsonPropertyDescription("Name of the resource it is done to.") String target,
    @JsonPropertyDescription("Why: the difference that was seen.") String reason,
    @JsonPropertyDescription("How much it disturbs: IN_PLACE, RESTART, REPLACE or DESTROY.")
        String changeClass,
    @JsonPropertyDescription("When it may run: now, in the maintenance window, or after approval.")
        String when) {}
