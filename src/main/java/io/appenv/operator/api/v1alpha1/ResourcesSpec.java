package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** Size of one pod of a tier. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"cpu", "memory"})
public record ResourcesSpec(
    @Required
        @Size(max = 20)
        @ValidationRule(
            value =
                "self.matches('^([0-9]{1,3}([.][0-9]{1,3})?|[0-9]{1,6}m)$') && "
                    + "quantity(self).compareTo(quantity('1m')) >= 0 && "
                    + "quantity(self).compareTo(quantity('192')) <= 0",
            message = "write CPU as cores or millicores from 1m to 192, for example \"1\" or 500m")
        @JsonPropertyDescription(
            "CPU that each pod is promised, as a Kubernetes quantity in cores or "
                + "millicores, for example \"1\" or 500m; 1m to 192. A pod may use more while its "
                + "node has it to spare. Required. Change: restart.")
        String cpu,
    @Required
        @Size(max = 20)
        @ValidationRule(
            value =
                "self.matches('^[1-9][0-9]{0,6}(Mi|Gi)$') && "
                    + "quantity(self).compareTo(quantity('4Mi')) >= 0 && "
                    + "quantity(self).compareTo(quantity('4096Gi')) <= 0",
            message =
                "write memory as a whole number and Mi or Gi from 4Mi to 4096Gi, for example "
                    + "2Gi")
        @JsonPropertyDescription(
            "Memory of each pod, both promise and limit, as a Kubernetes quantity in Mi or "
                + "Gi, for example 2Gi; 4Mi to 4096Gi. A pod that needs more is stopped. "
                + "Required. Change: restart.")
        String memory) {}
