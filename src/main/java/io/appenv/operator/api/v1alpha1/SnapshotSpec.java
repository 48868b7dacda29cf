package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** Daily snapshots of a cache. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"retention", "window"})
public record SnapshotSpec(
    @Default("1d")
        @Size(max = 20)
        @ValidationRule(
            value = "self.matches('^([1-9]|[12][0-9]|3[0-5])d$')",
            message = "write how many days a snapshot is kept, from 1d to 35d, for example 1d")
        @JsonPropertyDescription(
            "How long a daily snapshot is kept, in days; 1d to 35d. Default: 1d. Change: in "
                + "place.")
        @Nullable String retention,
    @Default("16:00-17:00")
        @Size(max = 40)
        @ValidationRule(
            value = WindowRules.DAILY + " && " + WindowRules.DAILY_MINUTES + " >= 60",
            message =
                "write a daily window in UTC as hh:mm-hh:mm, at least 60 minutes long, for "
                    + "example 16:00-17:00")
        @JsonPropertyDescription(
            "Daily window, in UTC, in which the snapshot is taken: hh:mm-hh:mm, at least 60 "
                + "minutes, apart from the maintenance window. Default: 16:00-17:00. Change: in "
                + "place.")
        @Nullable String window) {}
