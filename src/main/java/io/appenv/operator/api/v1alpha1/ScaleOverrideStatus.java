package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an override is on its way. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
  "observedGeneration",
  "phase",
  "readiness",
  "start",
  "end",
  "message",
  "tiers",
  "conditions"
})
public record ScaleOverrideStatus(
    @JsonPropertyDescription("The generation of the spec that this describes.")
        @Nullable Long observedGeneration,
    @JsonPropertyDescription(
            "Pending, Prewarming (in force ahead of its start), Active, Expired, or Refused (never "
                + "in force; the message says why).")
        @Nullable OverridePhase phase,
    @JsonPropertyDescription(
            "Warming, Ready or Late: whether the pods it asks for are there. Absent while it is not "
                + "in force.")
        @Nullable Readiness readiness,
    @JsonPropertyDescription(
            "Start of the time that is on or comes next, else of the last one, RFC 3339.")
        @Nullable String start,
    @JsonPropertyDescription("End of that time, RFC 3339.") @Nullable String end,
    @JsonPropertyDescription("One sentence for people.") @Nullable String message,
    @JsonPropertyDescription("What it makes of each tier that it names.")
        List<OverriddenTierStatus> tiers,
    @JsonPropertyDescription(
            "Ready, for kubectl wait: true while it is in force and all its pods are there.")
        List<Condition> conditions) {

  public ScaleOverrideStatus {
    tiers = tiers == null ? List.of() : List.copyOf(tiers);
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
  }
}
