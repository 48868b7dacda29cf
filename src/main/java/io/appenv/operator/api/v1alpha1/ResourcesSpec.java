package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** Size of one pod of a tier. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"cpu", "memory"})
public record ResourcesSpec(
    @Required
        @Size(min = 1, max = 12)
        @JsonPropertyDescription(
            "CPU that each pod is promised, as a Kubernetes quantity in cores or "
                + "millicores, for example \"1\" or 500m; 1m to 192. A pod may use more while its "
                + "node has it to spare. Required. Change: restart.")
        String cpu,
    @Required
        @Size(min = 1, max = 12)
        @JsonPropertyDescription(
            "Memory of each pod, both promise and limit, as a Kubernetes quantity in Mi or "
                + "Gi, for example 2Gi; 4Mi to 4096Gi. A pod that needs more is stopped. "
                + "Required. Change: restart.")
        String memory) {}
