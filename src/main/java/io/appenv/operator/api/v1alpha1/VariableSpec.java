package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** One environment variable of a tier's pods, and where its value comes from. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"name", "value", "parameter", "secret", "secretRef", "output"})
@ValidationRule(
    value =
        "[has(self.value), has(self.parameter), has(self.secret), has(self.secretRef), "
            + "has(self.output)].filter(it, it).size() == 1",
    message =
        "write exactly one source of the variable: value, parameter, secret, secretRef or output")
public record VariableSpec(
    @Required
        @Size(min = 1, max = 128)
        @ValidationRule(
            value = "self.matches('^[A-Za-z_][A-Za-z0-9_]*$')",
            message =
                "the name of a variable has letters, digits and underscores only and begins with "
                    + "no digit, for example LOG_LEVEL")
        @JsonPropertyDescription(
            "Name of the variable: 1 to 128 letters, digits and underscores, no digit first, for "
                + "example LOG_LEVEL. Required. Change: restart.")
        String name,
    @Size(max = 4096)
        @JsonPropertyDescription(
            "The value itself, at most 4096 characters. Everybody who may read the environment "
                + "reads it, so no secret belongs here. Exactly one source of the five is "
                + "written. Default: none. Change: restart.")
        @Nullable String value,
    @Size(min = 1, max = 1011)
        @ValidationRule(
            value =
                "self.matches('^/?[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*$') && "
                    + "!self.matches('(^|/)[.][.]?(/|$)')",
            message =
                "write the parameter's name, without version and not its ARN, for example "
                    + "/appenv/shop/features")
        @JsonPropertyDescription(
            "Name of a parameter of Systems Manager Parameter Store in the environment's account "
                + "and region, a SecureString too, for example /appenv/shop/features. What the "
                + "operator lets the namespace read counts. Default: none. Change: restart.")
        @Nullable String parameter,
    @JsonPropertyDescription(
            "A secret of AWS Secrets Manager, or one value of it. Default: none. Change: restart.")
        @Nullable StoredSecretSpec secret,
    @JsonPropertyDescription(
            "A key of a Kubernetes Secret, which may be one that External Secrets Operator keeps. "
                + "A change of its value rolls the tier out. Default: none. Change: restart.")
        @Nullable SecretKeySpec secretRef,
    @JsonPropertyDescription(
            "What the environment tells of itself, under this name: API_ENDPOINT, DATABASE_URL, "
                + "REDIS_URL or BUCKET_NAME. Default: none. Change: restart.")
        @Nullable EnvironmentOutput output) {}
