package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AttemptsTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void theCacheThatFailsDoesNotDelayTheDatabase() {
    var attempts = failing(Attempts.none(1, NOW), 5);

    assertThat(attempts.of(Component.CACHE).notBefore()).isAfter(NOW);
    assertThat(attempts.of(Component.DATABASE).notBefore()).isBeforeOrEqualTo(NOW);
    assertThat(attempts.failures()).extracting(Failure::component).containsExactly(Component.CACHE);
  }

  @Test
  void pausesGrowToAnEndAndTriesDoNotEnd() {
    assertThat(pauseAfter(1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(pauseAfter(4)).isEqualTo(Duration.ofSeconds(8));
    assertThat(pauseAfter(10_000)).isEqualTo(Duration.ofMinutes(2));
  }

  private static Duration pauseAfter(int times) {
    return Duration.between(
        NOW, failing(Attempts.none(1, NOW), times).of(Component.CACHE).notBefore());
  }

  /** Of a part whose many calls each fail once, none waits for all before it. */
  @Test
  void aFailureOfAnotherCallIsProgress() {
    var attempts = failing(failing(Attempts.none(1, NOW), 5), 1, "CreateSnapshot");

    assertThat(Duration.between(NOW, attempts.of(Component.CACHE).notBefore()))
        .isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aChangedSpecIsTriedAtOnceButOnlyOnAPictureOfTheLastWrite() {
    var attempt = failing(Attempts.none(1, NOW.minusSeconds(9)), 5).forGeneration(2);

    assertThat(attempt.of(Component.CACHE).notBefore()).isBefore(NOW);
    assertThat(attempt.failures()).isEmpty();
    assertThat(attempt.of(Component.CACHE).freshAfter()).isEqualTo(NOW);
  }

  private static Attempts failing(Attempts attempts, int times) {
    return failing(attempts, times, "ModifyReplicationGroup");
  }

  private static Attempts failing(Attempts attempts, int times, String call) {
    var failure = new Failure.Recoverable(Component.CACHE, Reason.QUOTA_EXCEEDED, "Raise it.");
    for (var time = 0; time < times; time++) {
      attempts =
          attempts.executed(
              Set.of(Component.CACHE),
              Map.of(Component.CACHE, failure),
              Map.of(Component.CACHE, call),
              NOW);
    }
    return attempts;
  }
}
