package io.appenv.operator.scaling;

import io.appenv.operator.api.v1alpha1.OverriddenTierSpec;
import io.appenv.operator.api.v1alpha1.RecurrenceSpec;
import io.appenv.operator.api.v1alpha1.ScaleIn;
import io.appenv.operator.api.v1alpha1.ScaleOverride;
import io.appenv.operator.api.v1alpha1.ScaleOverrideSpec;
import io.appenv.operator.api.v1alpha1.Weekday;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads an override. The schema and its rules have refused most mistakes; what they cannot know,
 * such as the names of time zones, and what was stored without them, is found here.
 */
final class WishReader {

  private static final Duration USUAL_PREWARM = Duration.ofMinutes(10);
  private static final Pattern SPAN = Pattern.compile("([0-9]{1,5})([smh])");
  private static final Pattern OFFSET = Pattern.compile(".*(Z|[+-][0-9]{2}:[0-9]{2})");

  private WishReader() {}

  static Reading read(ScaleOverride override) {
    var spec = override.getSpec();
    if (spec == null) {
      return new Reading.Unreadable(
          "The override is stored in a form that this version cannot read; create it anew.");
    }
    try {
      return read(override.getMetadata().getName(), spec);
    } catch (DateTimeException unknown) {
      return new Reading.Unreadable(
          "A time of the override cannot be read (%s); create it anew, for example with start:"
                  .formatted(unknown.getMessage())
              + " 2026-12-01T09:00:00 and timeZone: Asia/Tokyo.");
    }
  }

  private static Reading read(String name, ScaleOverrideSpec spec) {
    var schedule = schedule(spec);
    if (!schedule.start().isBefore(schedule.end())) {
      return new Reading.Unreadable("The end is not after the start; write a later end.");
    }
    if (schedule.recurrence().isPresent()
        && schedule.from(schedule.start().atZone(schedule.zone()).toInstant()).isEmpty()) {
      return new Reading.Unreadable(
          "No day of the recurrence is from the date of start until its end; write a later until.");
    }
    var tiers = new TreeMap<String, TierWish>();
    for (OverriddenTierSpec tier : spec.tiers()) {
      tiers.put(tier.name(), TierWish.of(tier));
    }
    return new Reading.Readable(
        new Wish(
            name,
            schedule,
            span(spec.prewarm()),
            tiers,
            spec.scaleIn() == ScaleIn.Frozen,
            DataWish.of(spec)));
  }

  private static Schedule schedule(ScaleOverrideSpec spec) {
    if (OFFSET.matcher(spec.start()).matches()) {
      var start = OffsetDateTime.parse(spec.start());
      var end = OffsetDateTime.parse(spec.end()).withOffsetSameInstant(start.getOffset());
      return new Schedule(
          start.toLocalDateTime(), end.toLocalDateTime(), start.getOffset(), Optional.empty());
    }
    return new Schedule(
        LocalDateTime.parse(spec.start()),
        LocalDateTime.parse(spec.end()),
        spec.timeZone() == null ? ZoneOffset.UTC : ZoneId.of(spec.timeZone()),
        Optional.ofNullable(spec.recurrence()).map(WishReader::recurrence));
  }

  private static Schedule.Recurrence recurrence(RecurrenceSpec spec) {
    return new Schedule.Recurrence(
        spec.days().stream().map(WishReader::day).collect(Collectors.toUnmodifiableSet()),
        Optional.ofNullable(spec.until()).map(LocalDate::parse));
  }

  private static DayOfWeek day(Weekday day) {
    return switch (day) {
      case sun -> DayOfWeek.SUNDAY;
      case mon -> DayOfWeek.MONDAY;
      case tue -> DayOfWeek.TUESDAY;
      case wed -> DayOfWeek.WEDNESDAY;
      case thu -> DayOfWeek.THURSDAY;
      case fri -> DayOfWeek.FRIDAY;
      case sat -> DayOfWeek.SATURDAY;
    };
  }

  private static Duration span(@Nullable String text) {
    var form = SPAN.matcher(text == null ? "" : text);
    if (!form.matches()) {
      return USUAL_PREWARM;
    }
    var number = Long.parseLong(form.group(1));
    return switch (form.group(2)) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }
}
