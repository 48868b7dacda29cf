package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** How a database is replaced by a copy of itself, where AWS cannot change it in place. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ReplacementSpec(
    @Default("7d")
        @Size(max = 20)
        @ValidationRule(
            value = "self.matches('^([1-9]|[12][0-9]|3[0-5])d$')",
            message = "write days from 1d to 35d, for example 7d")
        @JsonPropertyDescription(
            "How long the replaced database is kept, in days from 1d to 35d. It costs as much as the "
                + "other. Afterwards its deletion is planned, and asked for. Default: 7d. Change: in "
                + "place.")
        @Nullable String keepFormer) {}
