package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SweepRhythmTest {

  private static final Instant END = Instant.parse("2026-01-01T00:00:00Z");
  private final SweepRhythm rhythm =
      new SweepRhythm(Duration.ofSeconds(60), Duration.ofSeconds(1), Duration.ofSeconds(15));

  @Test
  void whileAwsIsAtWorkThePauseGrowsWithTheQuietTime() {
    assertThat(pause(END, true, 0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(pause(END.minusSeconds(20), true, 0)).isEqualTo(Duration.ofSeconds(5));
    assertThat(pause(END.minusSeconds(900), true, 0)).isEqualTo(Duration.ofSeconds(15));
    assertThat(pause(END, false, 0)).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void failuresSlowDownButNotThoseWhoseListingsSucceed() {
    assertThat(pause(END, false, 1)).isEqualTo(Duration.ofSeconds(2));
    assertThat(pause(END, false, 100)).isEqualTo(Duration.ofSeconds(60));
    assertThat(pause(END, true, 100)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aSweeperThatIsSilentForFarTooLongIsOverdue() {
    assertThat(rhythm.isOverdue(END, END.plus(Duration.ofMinutes(10)))).isFalse();
    assertThat(rhythm.isOverdue(END, END.plus(Duration.ofMinutes(17)))).isTrue();
  }

  private Duration pause(Instant lastChange, boolean busy, int failures) {
    return Duration.between(END, rhythm.next(END, lastChange, busy, failures));
  }
}
