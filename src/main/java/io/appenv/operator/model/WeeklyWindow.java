package io.appenv.operator.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

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
