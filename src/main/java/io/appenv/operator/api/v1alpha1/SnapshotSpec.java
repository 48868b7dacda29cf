package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** Daily snapshots of a cache. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"retention", "window"})
public record SnapshotSpec(
    @Default("1d")
        @Size(min = 2, max = 4)
        @JsonPropertyDescription(
            "How long a daily snapshot is kept, in days; 1d to 35d. Default: 1d. Change: in "
                + "place.")
        @Nullable String retention,
    @Default("16:00-17:00")
        @Size(min = 1, max = 20)
        @JsonPropertyDescription(
            "Daily window, in UTC, in which the snapshot is taken: hh:mm-hh:mm, at least 60 "
                + "minutes, apart from the maintenance window. Default: 16:00-17:00. Change: in "
                + "place.")
        @Nullable String window) {}
