package io.appenv.operator.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.WeeklyWindow.Opening;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeeklyWindowTest {

  private static final WeeklyWindow TOKYO = window("Asia/Tokyo", "03:00", 120);
  private static final WeeklyWindow BERLIN = window("Europe/Berlin", "02:30", 60);

  @ParameterizedTest(name = "{0} from {1}: {2} to {3}")
  @CsvSource({
    "sun:18:30-sun:19:30, 2026-11-24T12:00:00Z, 2026-11-29T18:30:00Z, 2026-11-29T19:30:00Z",
    "sun:23:30-mon:00:30, 2026-11-24T12:00:00Z, 2026-11-29T23:30:00Z, 2026-11-30T00:30:00Z",
    "tue:00:00-tue:02:00, 2026-11-24T12:00:00Z, 2026-12-01T00:00:00Z, 2026-12-01T02:00:00Z",
    "mon:09:05-mon:09:35, 2026-11-30T09:10:00Z, 2026-11-30T09:05:00Z, 2026-11-30T09:35:00Z"
  })
  void aWindowInTheFormOfAws(String text, Instant now, Instant start, Instant end) {
    assertThat(WeeklyWindow.read(text, ZoneOffset.UTC).orElseThrow().opening(now))
        .isEqualTo(new Opening(start, end));
  }

  @Test
  void opensByTheClockOnTheWall() {
    assertThat(TOKYO.opening(Instant.parse("2026-11-24T12:00:00Z")))
        .isEqualTo(opening("2026-11-28T18:00:00Z", "2026-11-28T20:00:00Z"));
  }

  @Test
  void anOpeningThatGoesOnIsTheOneThatCounts() {
    var open = TOKYO.opening(Instant.parse("2026-11-28T19:59:59Z"));

    assertThat(open.isOpen(Instant.parse("2026-11-28T19:59:59Z"))).isTrue();
    assertThat(open.left(Instant.parse("2026-11-28T19:30:00Z"))).isEqualTo(Duration.ofMinutes(30));
    assertThat(TOKYO.opening(Instant.parse("2026-11-28T20:00:00Z")))
        .isEqualTo(opening("2026-12-05T18:00:00Z", "2026-12-05T20:00:00Z"));
  }

  @Test
  void acrossMidnightItIsOpenOnTheNextDayToo() {
    var late = window("Asia/Tokyo", "23:00", 120);

    assertThat(late.opening(Instant.parse("2026-11-29T15:30:00Z")))
        .isEqualTo(opening("2026-11-29T14:00:00Z", "2026-11-29T16:00:00Z"));
  }

  /** On 2026-03-29 Berlin has no time from 02:00 to 03:00. */
  @Test
  void whereTheClockJumpsOverTheOpeningItOpensWhenTheClockGoesOn() {
    assertThat(BERLIN.opening(Instant.parse("2026-03-28T12:00:00Z")))
        .isEqualTo(opening("2026-03-29T01:30:00Z", "2026-03-29T02:30:00Z"));
  }

  /** On 2026-10-25 Berlin has every time from 02:00 to 03:00 twice. */
  @Test
  void whereTheClockIsPutBackItOpensAtTheFirst() {
    assertThat(BERLIN.opening(Instant.parse("2026-10-24T12:00:00Z")))
        .isEqualTo(opening("2026-10-25T00:30:00Z", "2026-10-25T02:30:00Z"));
  }

  @Property(tries = 500)
  void theNextOpeningIsWithinAWeekAndNeverOver(
      @ForAll @LongRange(min = 1_700_000_000L, max = 1_900_000_000L) long second,
      @ForAll @IntRange(max = 1439) int minute,
      @ForAll @IntRange(min = 30, max = 1439) int length) {
    var now = Instant.ofEpochSecond(second);
    var window =
        new WeeklyWindow(
            DayOfWeek.of(1 + minute % 7),
            LocalTime.ofSecondOfDay(minute * 60L),
            Duration.ofMinutes(length),
            ZoneId.of("America/New_York"));
    var opening = window.opening(now);

    assertThat(opening.end()).isAfter(now).isAfter(opening.start());
    assertThat(Duration.between(now, opening.start())).isLessThan(Duration.ofHours(24 * 7 + 2));
    assertThat(LongStream.of(1, 3_600).mapToObj(opening.end()::minusSeconds))
        .filteredOn(moment -> !moment.isBefore(opening.start()) && !moment.isBefore(now))
        .allMatch(moment -> window.opening(moment).equals(opening));
  }

  private static WeeklyWindow window(String zone, String start, int minutes) {
    return new WeeklyWindow(
        DayOfWeek.SUNDAY, LocalTime.parse(start), Duration.ofMinutes(minutes), ZoneId.of(zone));
  }

  private static Opening opening(String start, String end) {
    return new Opening(Instant.parse(start), Instant.parse(end));
  }
}
