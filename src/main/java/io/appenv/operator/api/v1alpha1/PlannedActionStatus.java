package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** One action of a plan. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"action", "target", "reason", "changeClass", "interruption", "when"})
public record PlannedActionStatus(
    @JsonPropertyDescription("The call to AWS, for example ModifyDBInstance.") String action,
    @JsonPropertyDescription("Name of the resource it is done to.") String target,
    @JsonPropertyDescription("Why: the difference that was seen.") String reason,
    @JsonPropertyDescription("How much it disturbs: IN_PLACE, RESTART, REPLACE or DESTROY.")
        String changeClass,
    @JsonPropertyDescription("What the users of the data store notice of it.") String interruption,
    @JsonPropertyDescription(
            "When it runs: now, in the maintenance window, after the actions before it, after "
                + "approval, or not at all; and whether AWS has accepted it already.")
        String when) {}
