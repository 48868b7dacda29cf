package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** A secret of AWS Secrets Manager, or one value of it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"name", "key"})
public record StoredSecretSpec(
    @Required
        @Size(min = 1, max = 512)
        @ValidationRule(
            value =
                "self.matches('^[A-Za-z0-9_+=.@-]+(/[A-Za-z0-9_+=.@-]+)*$') && "
                    + "!self.matches('(^|/)[.][.]?(/|$)')",
            message =
                "write the secret's name in the environment's account and region, not its ARN, "
                    + "for example appenv/shop/payments")
        @JsonPropertyDescription(
            "Name of the secret in the environment's account and region, for example "
                + "appenv/shop/payments. What the operator lets the namespace read counts. "
                + "Required. Change: restart.")
        String name,
    @Size(min = 1, max = 256)
        @JsonPropertyDescription(
            "The key of the secret's JSON object whose value is meant, for example apiKey. "
                + "Default: the whole text of the secret. Change: restart.")
        @Nullable String key) {}
