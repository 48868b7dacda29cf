package io.appenv.operator.scaling;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When an override is asked for, by the clock on the wall. Where that clock is put forward over a
 * start or an end, it is at the same time as many minutes later; where it is put back, it is at the
 * first of the two moments that have its time.
 *
 * @param end after the start; with a recurrence less than a day after it
 * @param recurrence empty for once
 */
record Schedule(
    LocalDateTime start, LocalDateTime end, ZoneId zone, Optional<Recurrence> recurrence) {

  /** Enough to come upon every day of the week after those that may still go on. */
  private static final int DAYS_LOOKED_AT = 10;

  private static final int DAYS_THAT_MAY_GO_ON = 2;

  /**
   * @param until last date of a start; empty for ever
   */
  record Recurrence(Set<DayOfWeek> days, Optional<LocalDate> until) {

    Recurrence {
      days = Set.copyOf(days);
    }

    boolean has(LocalDate date) {
      return days.contains(date.getDayOfWeek())
          && until.filter(last -> date.isAfter(last)).isEmpty();
    }
  }

  /** The one that goes on now, or else the next one; empty where none is left. */
  Optional<Occurrence> from(Instant now) {
    return recurrence
        .map(it -> dates(it, now))
        .orElseGet(() -> Stream.of(start.toLocalDate()))
        .map(this::on)
        .filter(it -> now.isBefore(it.end()))
        .findFirst();
  }

  /** The last one of all; empty where there is no end, or there never was one. */
  Optional<Occurrence> last() {
    return recurrence.isEmpty()
        ? Optional.of(on(start.toLocalDate()))
        : recurrence.flatMap(it -> it.until().flatMap(until -> last(it, until)));
  }

  private Optional<Occurrence> last(Recurrence recurring, LocalDate until) {
    return Stream.iterate(until, date -> date.minusDays(1))
        .limit(DAYS_LOOKED_AT)
        .filter(date -> !date.isBefore(start.toLocalDate()))
        .filter(recurring::has)
        .map(this::on)
        .findFirst();
  }

  private Stream<LocalDate> dates(Recurrence recurring, Instant now) {
    var earliest = now.atZone(zone).toLocalDate().minusDays(DAYS_THAT_MAY_GO_ON);
    var first = earliest.isBefore(start.toLocalDate()) ? start.toLocalDate() : earliest;
    return first.datesUntil(first.plusDays(DAYS_LOOKED_AT)).filter(recurring::has);
  }

  private Occurrence on(LocalDate date) {
    var length = Duration.between(start, end);
    var from = date.atTime(start.toLocalTime());
    var first = from.atZone(zone).toInstant();
    var last = from.plus(length).atZone(zone).toInstant();
    // A start within the hour that a clock leaves out may come after the end.
    return new Occurrence(first, last.isAfter(first) ? last : first.plus(length), zone);
  }
}
