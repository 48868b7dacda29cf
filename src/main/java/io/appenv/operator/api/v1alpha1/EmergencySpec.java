package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** A change that cannot wait. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"plan", "reason"})
public record EmergencySpec(
    @Required
        @Size(max = 63)
        @ValidationRule(
            value = "self.matches('^p[0-9a-f]{11}$')",
            message =
                "emergency.plan must be the hash of a plan, as status.plan.hash shows it, for "
                    + "example p0a1b2c3d4e5")
        @JsonPropertyDescription(
            "Hash of the plan, which status.plan.hash shows; it is approved with this. Required. "
                + "Change: in place.")
        String plan,
    @Required
        @Size(min = 1, max = 200)
        @JsonPropertyDescription(
            "Why it cannot wait, in 1 to 200 characters; told in an event and in "
                + "status.approvals. Required. Change: in place.")
        String reason) {}
