package io.appenv.operator.sandbox.emulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StatesTest {

  private static final Key KEY = new Key("ap-northeast-1", "Shop");

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final ReportedStates reported = new ReportedStates();
  private final States states = new States(() -> now, reported);

  @Test
  void whatIsReportedWinsOverWhatIsUnderWayAndThatOverWhatIsSettled() {
    states.begin(KEY, start -> start.then("modifying", Duration.ofSeconds(1)));
    assertThat(states.status(KEY, "available")).isEqualTo("modifying");
    reported.report("shop", "storage-full");
    assertThat(states.status(KEY, "available")).isEqualTo("storage-full");
    reported.clear("shop");
    now = now.plusSeconds(1);
    assertThat(states.status(KEY, "available")).isEqualTo("available");
  }

  @Test
  void aDeletionIsNotBegunTwice() {
    states.beginUnlessLeaving(
        KEY, start -> start.then("deleting", Duration.ofSeconds(2)).thenGone());
    now = now.plusSeconds(1);
    states.beginUnlessLeaving(
        KEY, start -> start.then("deleting", Duration.ofSeconds(2)).thenGone());
    assertThat(states.isLeaving(KEY)).isTrue();
    now = now.plusSeconds(1);
    assertThat(states.isGone(KEY)).isTrue();
  }
}
