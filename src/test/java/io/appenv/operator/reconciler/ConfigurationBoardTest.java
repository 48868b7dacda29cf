package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.configuration.Answer;
import io.appenv.operator.configuration.ConfigurationSource;
import io.appenv.operator.configuration.ConfigurationSource.Parameter;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Failure.AwsError;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.SecretText;
import io.appenv.operator.reconciler.ConfigurationBoard.Item;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigurationBoardTest {

  private static final ResourceID ONE = new ResourceID("one", "shop");
  private static final ResourceID OTHER = new ResourceID("other", "shop");
  private static final Parameter A = new Parameter("/appenv/shop/a");
  private static final Parameter B = new Parameter("/appenv/shop/b");

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final ConfigurationBoard board = new ConfigurationBoard(Duration.ofMinutes(5), () -> now);

  private static Item item(ConfigurationSource source) {
    return new Item("tokyo", source);
  }

  private static Answer text(String value) {
    return new Answer.Text(new SecretText(value));
  }

  private static Answer refused(Reason reason, String requestId) {
    return new Answer.Refused(
        new Failure.Recoverable(
            Component.CONFIGURATION,
            reason,
            "refused",
            Optional.of(new AwsError("Code", requestId))));
  }

  private List<ResourceID> told(Map<ConfigurationSource, Answer> answers) {
    var told = new ArrayList<ResourceID>();
    board.read("tokyo", answers, told::add);
    return told;
  }

  @Test
  void whatAnybodyWantsIsReadOnceForAll() {
    assertThat(board.want(ONE, Set.of(item(A)))).isTrue();
    assertThat(board.want(OTHER, Set.of(item(A)))).isFalse();
    assertThat(board.want(OTHER, Set.of(item(A), item(B)))).isTrue();
    assertThat(board.wanted("tokyo")).containsExactlyInAnyOrder(A, B);
    assertThat(board.wanted("osaka")).isEmpty();
  }

  @Test
  void whoeverReadsSomethingElseThanBeforeIsTold() {
    board.want(ONE, Set.of(item(A)));
    board.want(OTHER, Set.of(item(B)));
    assertThat(told(Map.of(A, text("1"), B, text("1")))).containsExactlyInAnyOrder(ONE, OTHER);
    assertThat(told(Map.of(A, text("1"), B, text("1")))).isEmpty();
    assertThat(told(Map.of(A, text("1"), B, text("2")))).containsExactly(OTHER);
    assertThat(told(Map.of(B, new Answer.Absent()))).containsExactly(OTHER);
  }

  @Test
  void whatNobodyWantsAnyMoreIsForgotten() {
    board.want(ONE, Set.of(item(A)));
    told(Map.of(A, text("canary")));
    board.want(ONE, Set.of());
    assertThat(board.wanted("tokyo")).isEmpty();
    assertThat(board.answer(item(A))).isEqualTo(new Answer.Unread());
    assertThat(told(Map.of(A, text("late")))).isEmpty();
    assertThat(board.answer(item(A))).isEqualTo(new Answer.Unread());
  }

  @Test
  void passingFailuresArePassedOverForAWhile() {
    board.want(ONE, Set.of(item(A)));
    told(Map.of(A, text("1")));
    now = now.plus(Duration.ofMinutes(4));
    assertThat(told(Map.of(A, refused(Reason.THROTTLED, "1")))).isEmpty();
    assertThat(board.answer(item(A))).isEqualTo(text("1"));
    now = now.plus(Duration.ofMinutes(2));
    assertThat(told(Map.of(A, refused(Reason.THROTTLED, "2")))).containsExactly(ONE);
    assertThat(told(Map.of(A, text("1")))).containsExactly(ONE);
  }

  @Test
  void aRefusalIsToldAtOnceAndOnce() {
    board.want(ONE, Set.of(item(A)));
    told(Map.of(A, text("1")));
    assertThat(told(Map.of(A, refused(Reason.ACCESS_DENIED, "1")))).containsExactly(ONE);
    assertThat(told(Map.of(A, refused(Reason.ACCESS_DENIED, "2")))).isEmpty();
    assertThat(board.answer(item(A))).isEqualTo(refused(Reason.ACCESS_DENIED, "1"));
  }
}
