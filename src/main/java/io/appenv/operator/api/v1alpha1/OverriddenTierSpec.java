package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** The pods that one tier shall have while an override is in force. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"name", "min", "max", "replicas"})
@ValidationRule(
    value = "has(self.replicas) != (has(self.min) || has(self.max))",
    message =
        "write replicas for a fixed number of pods, or min, max or both for the bounds of the "
            + "autoscaler")
@ValidationRule(
    value = "!has(self.min) || !has(self.max) || self.min <= self.max",
    message = "min is more than max; write a max of at least min, for example min: 6 and max: 16")
public record OverriddenTierSpec(
    @Required
        @Size(min = 1, max = 63)
        @JsonPropertyDescription("Name of a tier of the environment. Required.")
        String name,
    @Min(1)
        @Max(1000)
        @JsonPropertyDescription(
            "Fewest pods, 1 to 1000; fewer than the tier's own scaling.min is as many as that. "
                + "Default: the tier's own.")
        @Nullable Integer min,
    @Min(1)
        @Max(1000)
        @JsonPropertyDescription(
            "Most pods, 1 to 1000. Default: the tier's own scaling.max, or min if that is more.")
        @Nullable Integer max,
    @Min(1)
        @Max(1000)
        @JsonPropertyDescription(
            "Exactly so many pods, 1 to 1000, whatever the load is; fewer than the tier's own "
                + "scaling.min is as many as that. Default: the autoscaler decides, between min and "
                + "max.")
        @Nullable Integer replicas) {}
