package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** Switches for the person who operates an environment. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
  "paused",
  "changes",
  "approve",
  "maintenanceWindow",
  "emergency",
  "drift",
  "overrides",
  "confirmDeletion"
})
public record OperationsSpec(
    @Default("false")
        @JsonPropertyDescription(
            "While true, nothing in AWS and nothing in the cluster is created, changed or "
                + "deleted for this environment; the status goes on being reported. Default: "
                + "false. Change: in place.")
        @Nullable Boolean paused,
    @Default("Auto")
        @JsonPropertyDescription(
            "Which changes of the database, the cache and the tiers are made without anybody being "
                + "asked: Auto, all of them, those that interrupt in the maintenance window; "
                + "ApproveDisruptive, those that interrupt nothing, new pods one by one included; "
                + "ApproveAll, none, creations included; PlanOnly, none, whatever is approved. "
                + "What is not made is shown in status.plan. Deleting the environment needs no "
                + "approval, but is held up by PlanOnly. Without effect in stage Development. "
                + "Default: Auto. Change: in place.")
        @Nullable ChangePolicy changes,
    @Size(max = 63)
        @ValidationRule(
            value = "self == '' || self.matches('^p[0-9a-f]{11}$')",
            message =
                "approve must be the hash of a plan, as status.plan.hash shows it, for example "
                    + "p0a1b2c3d4e5")
        @JsonPropertyDescription(
            "Approves the plan of this hash, which status.plan.hash shows; the annotation "
                + "appenv.io/approve does the same. It allows the actions of that plan once, and "
                + "no others. Default: nothing approved. Change: in place.")
        @Nullable String approve,
    @JsonPropertyDescription(
            "When changes that interrupt the database or the cache are made by the operator. "
                + "Default: AWS makes them in the maintenance windows of the database and the "
                + "cache. Change: in place.")
        @Nullable MaintenanceWindowSpec maintenanceWindow,
    @JsonPropertyDescription(
            "Has a plan that waits for approval or for a maintenance window carried out at once, "
                + "one time. Default: none. Change: in place.")
        @Nullable EmergencySpec emergency,
    @JsonPropertyDescription(
            "What becomes of a setting of the database or the cache that was as the spec says, and "
                + "that somebody changed in AWS: Correct puts it back, once approved where that "
                + "would lose something; Report leaves it and lists it in status.drift; Ignore "
                + "leaves it and says nothing. A field that is changed in the spec is always "
                + "carried out. Not used in Development. Default: all corrected. Change: in place.")
        @Nullable DriftSpec drift,
    @JsonPropertyDescription(
            "What ScaleOverrides may do beside changing the number of pods. Default: nothing. Change: "
                + "in place.")
        @Nullable OverridesSpec overrides,
    @Size(max = 253)
        @JsonPropertyDescription(
            "The environment's own name, written here to confirm that data whose "
                + "deletionPolicy is Delete may be destroyed without a snapshot. Default: not "
                + "confirmed. Change: in place.")
        @Nullable String confirmDeletion) {}
