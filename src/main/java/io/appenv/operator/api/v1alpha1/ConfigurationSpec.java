package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** What the environment as a whole has to do with Parameter Store and Secrets Manager. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConfigurationSpec(
    @JsonPropertyDescription(
            "Whether what the environment tells of itself is published in AWS, too, below "
                + "/appenv/<cluster>/<namespace>/<name>/: addresses and names in Parameter Store, and "
                + "connection strings, passwords included, in Secrets Manager. Not allowed in "
                + "Development. Default: false. Change: in place.")
        @Nullable Boolean publish) {}
