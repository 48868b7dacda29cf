package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** What a database waits for, recorded by AWS. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PerformanceInsightsSpec(
    @Default("7d")
        @Size(max = 20)
        @ValidationRule(
            value =
                "self in ['7d', '731d'] || (self.matches('^[1-9][0-9]{1,2}d$') && "
                    + "int(self.replace('d', '')) % 31 == 0 && int(self.replace('d', '')) <= 713)",
            message =
                "write how many days are kept: 7d, 731d, or months of 31 days up to 713d, for "
                    + "example 62d")
        @JsonPropertyDescription(
            "How long the record is kept, in days: 7d, months of 31 days (31d, 62d, to 713d), or "
                + "731d. More than 7d costs money. Default: 7d. Change: in place.")
        @Nullable String retention) {}
