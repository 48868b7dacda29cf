package io.appenv.operator.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Berlin puts its clocks forward at 02:00 on 2026-03-29 and back at 03:00 on 2026-10-25. */
class ScheduleTest {

  @ParameterizedTest
  @CsvSource({
    "2026-03-28T09:00:00, 2026-03-28T18:00:00, 2026-03-28T08:00:00Z, 2026-03-28T17:00:00Z",
    "2026-03-29T09:00:00, 2026-03-29T18:00:00, 2026-03-29T07:00:00Z, 2026-03-29T16:00:00Z",
    // Over the hour that is left out, an hour shorter.
    "2026-03-29T01:00:00, 2026-03-29T04:00:00, 2026-03-29T00:00:00Z, 2026-03-29T02:00:00Z",
    // Within it, as many minutes later.
    "2026-03-29T02:10:00, 2026-03-29T02:50:00, 2026-03-29T01:10:00Z, 2026-03-29T01:50:00Z",
    // A start within it that would come after the end.
    "2026-03-29T02:50:00, 2026-03-29T03:10:00, 2026-03-29T01:50:00Z, 2026-03-29T02:10:00Z",
    // Over the hour that comes twice, an hour longer; within it, the first time.
    "2026-10-25T01:00:00, 2026-10-25T04:00:00, 2026-10-24T23:00:00Z, 2026-10-25T03:00:00Z",
    "2026-10-25T02:10:00, 2026-10-25T02:50:00, 2026-10-25T00:10:00Z, 2026-10-25T00:50:00Z",
  })
  void onceByTheClockOnTheWall(String start, String end, Instant from, Instant until) {
    var schedule =
        schedule("start: '%s', end: '%s', timeZone: Europe/Berlin".formatted(start, end));

    var occurrence = schedule.from(Instant.EPOCH).orElseThrow();
    assertThat(occurrence.start()).isEqualTo(from);
    assertThat(occurrence.end()).isEqualTo(until);
    assertThat(schedule.from(until)).isEmpty();
    assertThat(schedule.last()).contains(occurrence);
  }

  @Test
  void everyWeekendByTheClockOnTheWall() {
    var schedule =
        schedule(
            "start: '2026-03-20T22:00:00', end: '2026-03-21T02:30:00', timeZone: Europe/Berlin,"
                + " recurrence: {days: [sat, sun], until: '2026-04-05'}");

    var starts =
        Stream.iterate(
                schedule.from(Instant.EPOCH), it -> it.flatMap(found -> schedule.from(found.end())))
            .takeWhile(it -> it.isPresent())
            .map(it -> it.orElseThrow().startText())
            .toList();
    assertThat(starts)
        .containsExactly(
            "2026-03-21T22:00:00+01:00",
            "2026-03-22T22:00:00+01:00",
            "2026-03-28T22:00:00+01:00",
            "2026-03-29T22:00:00+02:00",
            "2026-04-04T22:00:00+02:00",
            "2026-04-05T22:00:00+02:00");
    assertThat(schedule.last().orElseThrow().startText()).isEqualTo("2026-04-05T22:00:00+02:00");
  }

  /** The end of the last Saturday is in the hour that Berlin leaves out. */
  @Test
  void whatGoesOnOverMidnightIsStillOn() {
    var schedule =
        schedule(
            "start: '2026-03-20T22:00:00', end: '2026-03-21T02:30:00', timeZone: Europe/Berlin,"
                + " recurrence: {days: [sat]}");
    var late = Instant.parse("2026-03-29T01:29:00Z");

    assertThat(schedule.from(late).orElseThrow().startText()).startsWith("2026-03-28T22:00");
    assertThat(schedule.from(late.plus(Duration.ofMinutes(1))).orElseThrow().startText())
        .startsWith("2026-04-04T22:00");
    assertThat(schedule.last()).isEmpty();
  }

  @Test
  void anOffsetIsAMoment() {
    var schedule = schedule("start: '2026-12-01T09:00:00+09:00', end: '2026-12-01T01:00:00Z'");

    var occurrence = schedule.from(Instant.EPOCH).orElseThrow();
    assertThat(occurrence.start()).isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
    assertThat(occurrence.endText()).isEqualTo("2026-12-01T10:00:00+09:00");
  }

  @Test
  void withoutATimeZoneItIsUtc() {
    var schedule = schedule("start: '2026-12-01T09:00:00', end: '2026-12-01T10:00:00'");

    assertThat(schedule.from(Instant.EPOCH).orElseThrow().startText())
        .isEqualTo("2026-12-01T09:00:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "start: '2026-12-01T09:00:00', end: '2026-12-01T10:00:00', timeZone: Mars/Base | Mars/Base",
        "start: '2026-02-30T09:00:00', end: '2026-12-01T10:00:00' | 2026-02-30",
        "start: '2026-12-01T09:00:00', end: '2026-12-01T09:00:00' | not after the start",
        "start: '2026-12-01T09:00:00Z', end: '2026-12-01T10:00:00' | 2026-12-01T10:00:00",
        "start: '2026-12-01T09:00:00', end: '2026-12-01T10:00:00', recurrence: {days: [mon], until: '2026-12-05'} | later until"
      })
  void whatTheSchemaCannotKnowIsTold(String times, String words) {
    var reading = WishReader.read(Sales.override("sale", times(times)));

    assertThat(reading).isInstanceOf(Reading.Unreadable.class);
    assertThat(((Reading.Unreadable) reading).message()).contains(words);
  }

  private static Schedule schedule(String times) {
    var reading = WishReader.read(Sales.override("sale", times(times)));
    return ((Reading.Readable) reading).wish().schedule();
  }

  /** One field a line. */
  private static String times(String times) {
    return times.replaceAll(", (?=(end|timeZone|recurrence):)", "\n");
  }
}
