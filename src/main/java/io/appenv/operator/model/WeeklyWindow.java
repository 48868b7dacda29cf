package io.appenv.operator.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

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

  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final int DAY = 24 * 60;

  /** A window in the form of AWS, which is known to be right: ddd:hh:mm-ddd:hh:mm in UTC. */
  public static WeeklyWindow utc(String text) {
    var ends = text.split("-", 2);
    var from = minuteOfWeek(ends[0]);
    var minutes = Math.floorMod(minuteOfWeek(ends[1]) - from, 7 * DAY);
    return new WeeklyWindow(
        DayOfWeek.MONDAY.plus(from / DAY),
        LocalTime.MIN.plusMinutes(from % DAY),
        Duration.ofMinutes(minutes),
        ZoneOffset.UTC);
  }

  private static int minuteOfWeek(String text) {
    var parts = text.split(":", 3);
    return DAYS.indexOf(parts[0]) * DAY
        + Integer.parseInt(parts[1]) * 60
        + Integer.parseInt(parts[2]);
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
