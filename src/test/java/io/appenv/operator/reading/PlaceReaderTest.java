package io.appenv.operator.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** AWS takes money for each number and secret it is asked for. */
class PlaceReaderTest {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T12:00:00Z"));
  private final List<String> wants = new ArrayList<>();
  private final List<Set<String>> reads = new ArrayList<>();
  private final PlaceReader<String> reader =
      new PlaceReader<>("tokyo", () -> wants, reads::add, Duration.ofSeconds(60), now::get);

  @Test
  void allAreReadWhenItIsTimeAndInBetweenOnlyWhatIsNew() {
    wants.add("a");
    reader.turn();
    wants.add("b");
    reader.turn();
    reader.turn();
    assertThat(reads).containsExactly(Set.of("a"), Set.of("b"));

    now.updateAndGet(it -> it.plusSeconds(60));
    reader.turn();
    assertThat(reads).hasSize(3).last().isEqualTo(Set.of("a", "b"));
  }

  @Test
  void nobodyIsAskedWhereNothingIsWanted() {
    reader.turn();

    assertThat(reads).isEmpty();
  }

  @Test
  void aReadingThatFailsIsNotTheLast() {
    var failing =
        new PlaceReader<>(
            "tokyo",
            () -> List.of("a"),
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
}
