package io.appenv.operator.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParameterCallsTest {

  private static final List<ParameterSetting> MANY =
      IntStream.range(0, 45)
          .mapToObj(it -> new ParameterSetting("p" + it, Optional.of("1"), false))
          .toList();

  @Test
  void twentyTravelInOneCall() {
    var set = ParameterCalls.set(MANY, some -> new CacheAction.SetParameters("group", some));
    assertThat(set.actions())
        .extracting(it -> ((CacheAction.SetParameters) it.action()).parameters().size())
        .containsExactly(20, 20, 5);
    assertThat(set.actions().getLast().reason())
        .isEqualTo("parameters differ: [p40=1, p41=1, p42=1, p43=1, p44=1]");
    assertThat(
            ParameterCalls.reset(
                    "redis7", MANY, some -> new CacheAction.ResetParameters("group", some))
                .actions())
        .hasSize(3);
  }
}
