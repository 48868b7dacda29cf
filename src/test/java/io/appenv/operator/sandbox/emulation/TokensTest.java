package io.appenv.operator.sandbox.emulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokensTest {

  private final Tokens first = Tokens.of(Optional.of("first"));

  @Test
  void aRotatedTokenIsTakenBesideTheFormerOne() {
    assertThat(first.refusal("second", "ROTATE")).isEmpty();
    assertThat(first.changed("second", "ROTATE").valid()).containsExactly("first", "second");
    assertThat(first.refusal("first", "ROTATE")).isPresent();
  }

  @Test
  void theThirdDropsTheFirst() {
    var third = first.changed("second", "ROTATE").changed("third", "ROTATE");
    assertThat(third.valid()).containsExactly("second", "third");
  }

  @Test
  void aGroupWithoutATokenIsGivenOneBesideNone() {
    var none = Tokens.of(Optional.empty());
    assertThat(none.areKnown()).isFalse();
    assertThat(none.refusal("first", "SET")).isPresent();
    assertThat(none.refusal("first", "ROTATE")).isEmpty();
    var both = none.changed("first", "ROTATE");
    assertThat(both.areKnown()).isTrue();
    assertThat(both.refusal("first", "SET")).isEmpty();
    assertThat(both.changed("first", "SET").valid()).containsExactly("first");
  }

  @Test
  void onlyTheOneRotatedToLastIsSet() {
    var both = first.changed("second", "ROTATE");
    assertThat(both.refusal("first", "SET")).isPresent();
    assertThat(both.refusal("second", "SET")).isEmpty();
    assertThat(both.changed("second", "SET").valid()).containsExactly("second");
    assertThat(first.refusal("first", "SET")).isPresent();
  }
}
