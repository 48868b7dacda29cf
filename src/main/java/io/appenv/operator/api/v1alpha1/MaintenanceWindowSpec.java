package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** When the operator itself makes changes that interrupt. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"window", "timeZone"})
public record MaintenanceWindowSpec(
    @Required
        @Size(max = 40)
        @ValidationRule(
            value = WindowRules.MAINTENANCE_WINDOW,
            message =
                "write a weekly window in the time of timeZone as ddd:hh:mm-ddd:hh:mm with lower "
                    + "case days, 30 minutes to less than 24 hours long, for example "
                    + "sun:03:00-sun:05:00")
        @JsonPropertyDescription(
            "Weekly window in the time of timeZone: ddd:hh:mm-ddd:hh:mm, for example "
                + "sun:03:00-sun:05:00; 30 minutes to less than 24 hours. No change is begun in "
                + "its last 30 minutes, or in its second half if it is shorter than an hour. "
                + "Required. Change: in place.")
        String window,
    @Default("UTC")
        @Size(max = 40)
        @ValidationRule(
            value = "self.matches('^[A-Za-z]+([/_+-][A-Za-z0-9]+)*$')",
            message =
                "timeZone must be the name of a time zone of the IANA database, for example "
                    + "Asia/Tokyo")
        @JsonPropertyDescription(
            "Name of a time zone of the IANA database, for example Asia/Tokyo. Daylight saving "
                + "is followed. Default: UTC. Change: in place.")
        @Nullable String timeZone) {}
