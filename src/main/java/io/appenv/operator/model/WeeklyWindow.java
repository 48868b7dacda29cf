package io.appenv.operator.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A window that opens every week by the clock on the wall. Where that clock is put forward over the
 * opening, the window opens when the clock goes on; where it is put back, the window opens at the
 * first of the two moments that have its time. It is shorter than a day.
 *
 * @param day on which it opens
 * @param start at which it opens
 * @param length by the clock on the wall
 */
public record WeeklyWindow(DayOfWeek day, LocalTime start, Duration length, ZoneId zone) {

  private static final String TIME = "([01][0-9]|2[0-3]):([0-5][0-9])";
  private static final String WEEKDAY = "(sun|mon|tue|wed|thu|fri|sat):";
  private static final Pattern FORM = Pattern.compile(WEEKDAY + TIME + "-" + WEEKDAY + TIME);
  private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
  private static final Duration WEEK = Duration.ofDays(7);

  /**
   * Reads {@code ddd:hh:mm-ddd:hh:mm}, the form of AWS; empty where it is not of that form or not
   * shorter than a day.
   */
  public static Optional<WeeklyWindow> read(String text, ZoneId zone) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    var start = sinceSunday(form, 1);
    var length = sinceSunday(form, 4).minus(start);
    return Optional.of(length.isNegative() ? length.plus(WEEK) : length)
        .filter(it -> it.compareTo(Duration.ofDays(1)) < 0)
        .map(
            it ->
                new WeeklyWindow(
                    DayOfWeek.SUNDAY.plus(start.toDays()),
                    LocalTime.of(start.toHoursPart(), start.toMinutesPart()),
                    it,
                    zone));
  }

  private static Duration sinceSunday(Matcher form, int group) {
    return Duration.ofDays(DAYS.indexOf(form.group(group)))
        .plusHours(Integer.parseInt(form.group(group + 1)))
        .plusMinutes(Integer.parseInt(form.group(group + 2)));
  }

  /** One opening of it; {@code end} is no part of it. */
  public record Opening(Instant start, Instant end) {

    public boolean isOpen(Instant now) {
      return !now.isBefore(start);
    }

    /** What is left of it, or will be, from a moment before its end. */
    public Duration left(Instant now) {
      return Duration.between(isOpen(now) ? now : start, end);
    }
  }

  /** The opening that goes on now, or else the next one. */
  public Opening opening(Instant now) {
    var today = now.atZone(zone).toLocalDate();
    var date = today.with(TemporalAdjusters.previousOrSame(day));
    var latest = openingAt(date.atTime(start).atZone(zone));
    return now.isBefore(latest.end())
        ? latest
        : openingAt(date.plusWeeks(1).atTime(start).atZone(zone));
  }

  private Opening openingAt(ZonedDateTime from) {
    var end = from.toLocalDateTime().plus(length).atZone(zone);
    return new Opening(from.toInstant(), end.toInstant());
  }
}
