package io.appenv.operator.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.autoscaling.RequestWant;
import io.appenv.operator.autoscaling.TierKey;
import io.appenv.operator.model.RequestSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** CloudWatch takes money for each number it is asked for. */
class PlaceReaderTest {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T12:00:00Z"));
  private final List<RequestWant> wants = new ArrayList<>();
  private final List<List<RequestWant>> reads = new ArrayList<>();
  private final PlaceReader reader =
      new PlaceReader(() -> List.copyOf(wants), reads::add, Duration.ofSeconds(60), now::get);

  @Test
  void allAreReadWhenItIsTimeAndInBetweenOnlyWhatIsNew() {
    wants.add(want("a"));
    reader.turn();
    wants.add(want("b"));
    reader.turn();
    reader.turn();
    assertThat(reads).containsExactly(List.of(want("a")), List.of(want("b")));

    now.updateAndGet(it -> it.plusSeconds(60));
    reader.turn();
    assertThat(reads).hasSize(3).last().isEqualTo(List.of(want("a"), want("b")));
  }

  @Test
  void nobodyIsAskedWhereNothingIsWanted() {
    reader.turn();

    assertThat(reads).isEmpty();
  }

  @Test
  void aReadingThatFailsIsNotTheLast() {
    var failing =
        new PlaceReader(
            () -> List.of(want("a")),
            chosen -> {
              reads.add(chosen);
              throw new AssertionError("a defect");
            },
            Duration.ofSeconds(60),
            now::get);
    failing.turn();
    now.updateAndGet(it -> it.plusSeconds(60));
    failing.turn();

    assertThat(reads).hasSize(2);
  }

  private static RequestWant want(String environment) {
    return new RequestWant(
        new TierKey("shop", environment, "web"),
        Optional.of("ap-northeast-1"),
        environment + "-web",
        new RequestSource.LoadBalancer());
  }
}
