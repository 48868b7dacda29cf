package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan that was approved. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"plan", "actions", "emergency"})
public record ApprovalStatus(
    @JsonPropertyDescription("Hash of the plan.") String plan,
    @JsonPropertyDescription(
            "Fingerprints of the actions it allows. None once the plan was carried out: the same "
                + "change needs a new approval then.")
        List<String> actions,
    @JsonPropertyDescription(
            "Why its actions do not wait for the maintenance window, where they do not.")
        @Nullable String emergency) {

  public ApprovalStatus {
    actions = actions == null ? List.of() : List.copyOf(actions);
  }
}
