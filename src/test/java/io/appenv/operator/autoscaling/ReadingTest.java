package io.appenv.operator.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReadingTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Duration FRESHNESS = Duration.ofMinutes(5);
  private static final Sample SAMPLE = new Sample(2500, NOON);

  @Test
  void whatWasNotAskedIsPending() {
    assertThat(Reading.none().at(NOON, FRESHNESS)).isEqualTo(new Reading.State.Pending());
  }

  @Test
  void aNumberOutlastsATroubleButNotItsAge() {
    var reading = Reading.none().with(SAMPLE).failing("Throttled.");

    assertThat(reading.at(NOON.plusSeconds(299), FRESHNESS))
        .isEqualTo(new Reading.State.Known(SAMPLE));
    assertThat(reading.at(NOON.plusSeconds(300), FRESHNESS))
        .isEqualTo(new Reading.State.Missing("Throttled."));
  }

  @Test
  void aTroubleFromTheFirstTimeOnIsTold() {
    assertThat(Reading.none().failing("Denied.").at(NOON, FRESHNESS))
        .isEqualTo(new Reading.State.Missing("Denied."));
  }

  @Test
  void whereNobodyReadsAnyMoreTheNumberAgesToo() {
    assertThat(Reading.none().with(SAMPLE).at(NOON.plus(FRESHNESS), FRESHNESS))
        .isInstanceOf(Reading.State.Missing.class);
  }

  @Test
  void aLaterNumberEndsTheTrouble() {
    var later = new Sample(10, NOON.plusSeconds(60));

    assertThat(Reading.none().failing("Denied.").with(later).at(NOON, FRESHNESS))
        .isEqualTo(new Reading.State.Known(later));
  }
}
