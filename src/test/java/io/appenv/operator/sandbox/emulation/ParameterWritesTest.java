package io.appenv.operator.sandbox.emulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParameterWritesTest {

  @Test
  void aStaticParameterIsNotAppliedAtOnce() {
    assertThat(code("max_connections", "200", "immediate")).contains("InvalidParameterCombination");
    assertThat(code("max_connections", "200", "pending-reboot")).isEmpty();
    assertThat(code("work_mem", "65536", "immediate")).isEmpty();
    assertThat(code("work_mem", "65536", "pending-reboot")).isEmpty();
  }

  @Test
  void whatTheFamilyLacksOrFixesIsRefused() {
    assertThat(code("wrok_mem", "1", "immediate")).contains("InvalidParameterValue");
    assertThat(code("block_size", "16384", "pending-reboot")).contains("InvalidParameterValue");
  }

  private static Optional<String> code(String name, String value, String method) {
    var call =
        Map.of(
            "Parameters.Parameter.1.ParameterName", name,
            "Parameters.Parameter.1.ParameterValue", value,
            "Parameters.Parameter.1.ApplyMethod", method);
    return ParameterWrites.refusal(ParameterWrites.asked(call), "postgres17")
        .map(ParameterWrites.Refusal::code);
  }
}
