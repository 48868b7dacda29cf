package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Other sizes than the environment's own, for a while. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
  "environment",
  "reason",
  "requestedBy",
  "start",
  "end",
  "timeZone",
  "recurrence",
  "prewarm",
  "tiers",
  "scaleIn",
  "database",
  "cache"
})
@ValidationRule(
    value = OverrideRules.SAME_FORM,
    message = "write start and end both by the clock of timeZone, or both with an offset")
@ValidationRule(
    value = OverrideRules.IN_ORDER,
    message = "the end is not after the start; write a later end, or an earlier start",
    fieldPath = ".end")
@ValidationRule(
    value = OverrideRules.ZONE_FOR_LOCAL,
    message =
        "timeZone and recurrence go by the clock on the wall; write start and end without an "
            + "offset, or remove timeZone and recurrence",
    fieldPath = ".start")
@ValidationRule(
    value = OverrideRules.SHORTER_THAN_A_DAY,
    message =
        "what recurs must be shorter than 24 hours; write an earlier end, or an override of its own "
            + "for each time",
    fieldPath = ".end")
@ValidationRule(
    value =
        "(has(self.tiers) && size(self.tiers) > 0) || (has(self.scaleIn) && self.scaleIn == 'Frozen')"
            + " || has(self.database) || has(self.cache)",
    message = "the override changes nothing; write tiers, scaleIn: Frozen, database or cache")
public record ScaleOverrideSpec(
    @Required
        @Size(min = 1, max = 40)
        @ValidationRule(
            value = "self == oldSelf",
            message =
                "an override stays with its environment; create another one, for example with the "
                    + "same tiers")
        @JsonPropertyDescription(
            "Name of the AppEnvironment, in the namespace of the override. Immutable. Required.")
        String environment,
    @Required
        @Size(min = 1, max = 200)
        @JsonPropertyDescription("What it is for, for people; 1 to 200 characters. Required.")
        String reason,
    @Required
        @Size(min = 1, max = 100)
        @JsonPropertyDescription("Who wants it, for people; 1 to 100 characters. Required.")
        String requestedBy,
    @Required
        @Size(max = 40)
        @ValidationRule(value = OverrideRules.TIME, message = OverrideRules.TIME_MESSAGE)
        @JsonPropertyDescription(
            "When the pods are needed: by the clock of timeZone as 2026-12-01T09:00:00, or with an "
                + "offset as 2026-12-01T09:00:00+09:00. Required.")
        String start,
    @Required
        @Size(max = 40)
        @ValidationRule(value = OverrideRules.TIME, message = OverrideRules.TIME_MESSAGE)
        @JsonPropertyDescription(
            "When the spec's own numbers count again, in the form of start and after it. With a "
                + "recurrence less than 24 hours after it. Required.")
        String end,
    @Size(max = 40)
        @ValidationRule(
            value = "self.matches('^[A-Za-z]+([/_+-][A-Za-z0-9]+)*$')",
            message =
                "timeZone must be the name of a time zone of the IANA database, for example "
                    + "Asia/Tokyo")
        @JsonPropertyDescription(
            "Name of a time zone of the IANA database, for example Asia/Tokyo, by whose clock start, "
                + "end and recurrence are. Daylight saving is followed. Default: UTC.")
        @Nullable String timeZone,
    @JsonPropertyDescription(
            "On which days it comes again, at the times of day of start and end. Default: once.")
        @Nullable RecurrenceSpec recurrence,
    @Default("10m")
        @Size(max = 20)
        @ValidationRule(
            value = "self.matches('^[0-9]{1,5}(s|m|h)$') && duration(self) <= duration('24h')",
            message =
                "write a time from 0s to 24h as a whole number and s, m or h, for example 10m")
        @JsonPropertyDescription(
            "How long before start it is in force, so that the pods are there by then, in s, m or h; "
                + "0s to 24h. Default: 10m.")
        @Nullable String prewarm,
    @Size(max = 10)
        @JsonPropertyDescription(
            "The pods of tiers, keyed by name; at most 10. Where several overrides are in force, "
                + "the most of each counts. Default: no tier has other numbers.")
        List<OverriddenTierSpec> tiers,
    @Default("Allowed")
        @JsonPropertyDescription(
            "Frozen keeps the autoscalers of all tiers from taking pods away while the override is "
                + "in force; they still add some. Default: Allowed.")
        @Nullable ScaleIn scaleIn,
    @JsonPropertyDescription(
            "Another size of the database, where the environment allows it. Default: its own.")
        @Nullable OverriddenDatabaseSpec database,
    @JsonPropertyDescription(
            "More nodes of the cache, where the environment allows it. Default: its own.")
        @Nullable OverriddenCacheSpec cache) {

  public ScaleOverrideSpec {
    tiers = tiers == null ? List.of() : List.copyOf(tiers);
  }
}
