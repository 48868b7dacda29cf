package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** On which days an override comes again. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"days", "until"})
public record RecurrenceSpec(
    @Required
        @Size(min = 1, max = 7)
        @JsonPropertyDescription(
            "Days of the week on which it starts, sun to sat, by the clock of timeZone; the first is "
                + "the one on or after the date of start. Required.")
        List<Weekday> days,
    @Size(max = 10)
        @ValidationRule(
            value = OverrideRules.DAY,
            message = "until must be a date, for example 2026-12-31")
        @JsonPropertyDescription(
            "Last date on which it may start, for example 2026-12-31. Default: without end.")
        @Nullable String until) {

  public RecurrenceSpec {
    days = days == null ? List.of() : days.stream().filter(Objects::nonNull).toList();
  }
}
