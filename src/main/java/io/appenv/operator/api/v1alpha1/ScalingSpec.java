package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** Limits and targets of a tier's autoscaler. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
  "min",
  "max",
  "cpuPercent",
  "memoryPercent",
  "requestsPerMinute",
  "requests",
  "overrideMax"
})
@ValidationRule(
    value = "self.min <= self.max",
    message = "min is more than max; write a max of at least min, for example min: 2 and max: 6")
@ValidationRule(
    value =
        "self.min == self.max || has(self.cpuPercent) || has(self.memoryPercent) || "
            + "has(self.requestsPerMinute)",
    message =
        "min and max differ, but nothing says when to scale; write cpuPercent: 70, "
            + "memoryPercent: 80 or requestsPerMinute: 1000, or the same min and max")
@ValidationRule(
    value = "!has(self.requests) || has(self.requestsPerMinute)",
    message =
        "requests says where a number comes from that nothing asks for; write "
            + "requestsPerMinute too, or remove requests")
@ValidationRule(
    value = "!has(self.overrideMax) || self.overrideMax >= self.max",
    message =
        "overrideMax is less than max; write at least max, for example max: 6 and overrideMax: 20",
    fieldPath = ".overrideMax")
public record ScalingSpec(
    @Required
        @Min(1)
        @Max(1000)
        @JsonPropertyDescription("Fewest pods, 1 to 1000. Required. Change: in place.")
        int min,
    @Required
        @Min(1)
        @Max(1000)
        @JsonPropertyDescription(
            "Most pods, 1 to 1000 and at least min. Required. Change: in place.")
        int max,
    @Min(1)
        @Max(100)
        @JsonPropertyDescription(
            "Average CPU use of the pods to hold, in percent of resources.cpu; 1 to 100. "
                + "Default: CPU does not scale the tier. Change: in place.")
        @Nullable Integer cpuPercent,
    @Min(1)
        @Max(100)
        @JsonPropertyDescription(
            "Average memory use of the pods to hold, in percent of resources.memory; 1 to "
                + "100. Default: memory does not scale the tier. Change: in place.")
        @Nullable Integer memoryPercent,
    @Min(1)
        @Max(1000000)
        @JsonPropertyDescription(
            "Requests per minute and pod to hold, 1 to 1000000. Where the number comes from "
                + "is said by requests; where nothing says it, or the operator serves no "
                + "metrics, status.notEffective lists this. Default: requests do not scale the "
                + "tier. Change: in place.")
        @Nullable Integer requestsPerMinute,
    @JsonPropertyDescription(
            "Where the number of requests comes from. Default: the load balancer, for a tier that "
                + "accepts LoadBalancer on AWS. Change: in place.")
        @Nullable RequestsSpec requests,
    @Min(1)
        @Max(1000)
        @JsonPropertyDescription(
            "The most pods that a ScaleOverride may ask for, 1 to 1000 and at least max. Default: "
                + "three times max. Change: in place.")
        @Nullable Integer overrideMax) {}
