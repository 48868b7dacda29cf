package io.appenv.operator.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.autoscaling.Reading;
import io.appenv.operator.autoscaling.RequestWant;
import io.appenv.operator.autoscaling.Sample;
import io.appenv.operator.autoscaling.TierKey;
import io.appenv.operator.model.RequestSource;
import io.appenv.operator.model.RequestSource.Counting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestBoardTest {

  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final Sample SAMPLE = new Sample(10, NOW);

  private final RequestBoard board =
      new RequestBoard(Duration.ofMinutes(5), InstantSource.fixed(NOW));
  private final RequestNews news = new RequestNews(board);
  private final List<String> told = new ArrayList<>();

  @Test
  void oneNamespaceSeesNothingOfAnother() {
    board.want("shop", "production", List.of(want("shop", "up")));
    board.want("other", "production", List.of(want("other", "up")));

    assertThat(board.matching("shop", Map.of("appenv.io/environment", "production")))
        .containsExactly(new TierKey("shop", "production", "web"));
    assertThat(board.matching("shop", Map.of("appenv.io/environment", "staging"))).isEmpty();
    assertThat(board.matching("third", Map.of())).isEmpty();
  }

  @Test
  void anAnswerToAnotherQuestionIsNone() {
    var before = want("shop", "up");
    var after = want("shop", "down");
    board.want("shop", "production", List.of(before));
    board.want("shop", "production", List.of(after));
    board.found(before, SAMPLE);
    assertThat(board.state(after.key())).contains(new Reading.State.Pending());

    board.found(after, SAMPLE);
    assertThat(board.state(after.key())).contains(new Reading.State.Known(SAMPLE));
    board.want("shop", "production", List.of(after));
    assertThat(board.state(after.key()))
        .as("the next pass")
        .contains(new Reading.State.Known(SAMPLE));
  }

  @Test
  void whatIsWantedNoMoreIsForgotten() {
    var want = want("shop", "up");
    board.want("shop", "production", List.of(want));
    board.forget("shop", "production");

    assertThat(board.state(want.key())).isEmpty();
    assertThat(board.wants()).isEmpty();
  }

  @Test
  void onlyWhatIsNewIsAnnounced() {
    var announced = new ArrayList<RequestWant>();
    board.notifyTo(announced::add);
    board.want("shop", "production", List.of(want("shop", "up")));
    board.want("shop", "production", List.of(want("shop", "up")));
    board.want("shop", "production", List.of(want("shop", "down")));

    assertThat(announced).containsExactly(want("shop", "up"), want("shop", "down"));
  }

  /** A status that told each number would be written without end. */
  @Test
  void anotherNumberIsNoNews() {
    var want = want("shop", "up");
    news.notifyTo((namespace, environment) -> told.add(namespace + "/" + environment));
    board.want("shop", "production", List.of(want));
    board.found(want, SAMPLE);
    news.tell(List.of(want));
    assertThat(told).containsExactly("shop/production");

    board.found(want, new Sample(9999, NOW));
    news.tell(List.of(want));
    board.missed(want, "Throttled.");
    news.tell(List.of(want));
    assertThat(told).as("the former number still counts").hasSize(1);

    board.found(want, new Sample(1, NOW.minusSeconds(400)));
    board.missed(want, "Throttled.");
    news.tell(List.of(want));
    assertThat(told).hasSize(2);
  }

  private static RequestWant want(String namespace, String query) {
    return new RequestWant(
        new TierKey(namespace, "production", "web"),
        Optional.empty(),
        "production-web",
        new RequestSource.Prometheus(query, Counting.TOTAL));
  }
}
