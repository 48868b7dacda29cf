package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** One key of a Kubernetes Secret in the environment's namespace. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"name", "key"})
public record SecretKeySpec(
    @Required
        @Size(min = 1, max = 253)
        @ValidationRule(
            value = "self.matches('^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$')",
            message =
                "write the name of a Secret in the environment's namespace, for example partner")
        @JsonPropertyDescription(
            "Name of a Secret in the environment's namespace, for example partner. Required. "
                + "Change: restart.")
        String name,
    @Required
        @Size(min = 1, max = 253)
        @ValidationRule(
            value = "self.matches('^[A-Za-z0-9_.-]+$')",
            message = "write a key of the Secret, for example token")
        @JsonPropertyDescription("Key of the Secret, for example token. Required. Change: restart.")
        String key) {}
