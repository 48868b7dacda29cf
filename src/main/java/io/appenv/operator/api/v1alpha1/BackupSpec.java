package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** Automated backups of a database. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"pointInTime", "window"})
public record BackupSpec(
    @Default("7d")
        @Size(min = 2, max = 4)
        @JsonPropertyDescription(
            "How far back the database can be restored to any second, in days; 1d to 35d. "
                + "Default: 7d. Change: in place.")
        @Nullable String pointInTime,
    @Default("17:00-18:00")
        @Size(min = 1, max = 20)
        @JsonPropertyDescription(
            "Daily window, in UTC, in which the backup is taken: hh:mm-hh:mm, at least 30 "
                + "minutes, apart from the maintenance window. 17:00-18:00 is 02:00-03:00 in "
                + "Tokyo. Default: 17:00-18:00. Change: in place.")
        @Nullable String window) {}
