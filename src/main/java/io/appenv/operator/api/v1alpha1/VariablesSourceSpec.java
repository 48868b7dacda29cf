package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** Many variables at once: every parameter of a path of Parameter Store. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record VariablesSourceSpec(
    @Required
        @Size(min = 2, max = 1011)
        @ValidationRule(
            value = "self.matches('^(/[A-Za-z0-9_.-]+)+/?$') && !self.matches('(^|/)[.][.]?(/|$)')",
            message = "write a path of Parameter Store, for example /appenv/shop/backend/")
        @JsonPropertyDescription(
            "Path of Parameter Store, for example /appenv/shop/backend/: each parameter directly "
                + "below it becomes the variable of its last name. Required. Change: restart.")
        String parameterPath) {}
