package io.appenv.operator.sandbox.emulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GenerationsTest {

  private static final Key KEY = new Key("ap-northeast-1", "appenv-shop");

  @Test
  void eachGenerationHasANameOfItsOwnInTheEmulatorAndTheSameInAws() {
    var generations = new Generations();
    assertThat(generations.alias(KEY)).isEqualTo("appenv-shop");
    assertThat(generations.upcoming(KEY)).isEqualTo(new Generations().next(KEY));
    var second = generations.next(KEY);
    var third = generations.next(KEY);
    assertThat(second).isNotEqualTo(third);
    assertThat(Generations.plain(second + " " + third)).isEqualTo("appenv-shop appenv-shop");
    assertThat(generations.isCurrent(KEY, second)).isFalse();
    assertThat(generations.isCurrent(KEY, third)).isTrue();
  }
}
