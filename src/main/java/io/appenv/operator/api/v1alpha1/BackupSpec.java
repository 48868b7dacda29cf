package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** Automated backups of a database. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"pointInTime", "window"})
public record BackupSpec(
    @Default("7d")
        @Size(max = 20)
        @ValidationRule(
            value = "self.matches('^([1-9]|[12][0-9]|3[0-5])d$')",
            message =
                "write how many days back the database can be restored, from 1d to 35d, for "
                    + "example 7d")
        @JsonPropertyDescription(
            "How far back the database can be restored to any second, in days; 1d to 35d. "
                + "Default: 7d. Change: in place.")
        @Nullable String pointInTime,
    @Default("17:00-18:00")
        @Size(max = 40)
        @ValidationRule(
            value = WindowRules.DAILY + " && " + WindowRules.DAILY_MINUTES + " >= 30",
            message =
                "write a daily window in UTC as hh:mm-hh:mm, at least 30 minutes long, for "
                    + "example 17:00-18:00")
        @JsonPropertyDescription(
            "Daily window, in UTC, in which the backup is taken: hh:mm-hh:mm, at least 30 "
                + "minutes, apart from the maintenance window. 17:00-18:00 is 02:00-03:00 in "
                + "Tokyo. Default: 17:00-18:00. Change: in place.")
        @Nullable String window) {}
