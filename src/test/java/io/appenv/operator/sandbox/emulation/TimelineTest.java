package io.appenv.operator.sandbox.emulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void statesFollowOneAnotherAndEnd() {
    var timeline =
        Timeline.from(START)
            .then("creating", Duration.ofSeconds(2))
            .then("backing-up", Duration.ofSeconds(1));
    assertThat(timeline.statusAt(START)).contains("creating");
    assertThat(timeline.statusAt(START.plusMillis(1999))).contains("creating");
    assertThat(timeline.statusAt(START.plusSeconds(2))).contains("backing-up");
    assertThat(timeline.statusAt(START.plusSeconds(3))).isEmpty();
    assertThat(timeline.isGoneAt(START.plusSeconds(3))).isFalse();
  }

  @Test
  void whatEndsGoneIsGoneOnlyAtTheEnd() {
    var timeline = Timeline.from(START).then("deleting", Duration.ofSeconds(1)).thenGone();
    assertThat(timeline.isGoneAt(START)).isFalse();
    assertThat(timeline.isGoneAt(START.plusSeconds(1))).isTrue();
  }

  @Test
  void statesWithoutDurationAreNeverSeen() {
    var timeline = Timeline.from(START).then("creating", Pace.IMMEDIATE.creating);
    assertThat(timeline.statusAt(START)).isEmpty();
    assertThat(timeline.thenGone().isGoneAt(START)).isTrue();
  }
}
