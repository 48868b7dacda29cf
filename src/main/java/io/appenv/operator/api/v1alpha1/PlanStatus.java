package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is still to be done to reach the spec. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"actions", "hash", "windowOpens"})
public record PlanStatus(
    @JsonPropertyDescription("The actions, in the order in which they run.")
        List<PlannedActionStatus> actions,
    @JsonPropertyDescription(
            "Fingerprint of the actions that wait for approval, or of all where none does: equal "
                + "plans have equal fingerprints. An approval names it.")
        String hash,
    @JsonPropertyDescription(
            "When the maintenance window opens for which some of the actions wait, in UTC.")
        @Nullable String windowOpens) {

  public PlanStatus {
    actions = actions == null ? List.of() : List.copyOf(actions);
  }
}
