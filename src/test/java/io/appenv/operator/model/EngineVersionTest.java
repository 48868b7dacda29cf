package io.appenv.operator.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineVersionTest {

  @ParameterizedTest(name = "{0} declared as {1} is {2}: {3}")
  @CsvSource({
    "17.6, 17, SAME, a declared major version leaves the minor one to AWS",
    "17.6, 17.6, SAME, the very version",
    "7.1.0, 7.1, SAME, Redis reports a patch level that nobody declares",
    "17.6, 17.7, MINOR_UPGRADE, a later minor version",
    "17.9, 17.10, MINOR_UPGRADE, numbers and not words are compared",
    "17.6, 17.5, DOWNGRADE, minor versions do not go back",
    "16.4, 17, MAJOR_UPGRADE, another major version",
    "17.6, 16, DOWNGRADE, major versions do not go back",
    "11.22-RDS.20240418, 11.22, SAME, extended support adds a suffix",
    "'', 7.1, SAME, AWS has not said the version yet"
  })
  void compares(String observed, String declared, EngineVersion expected, String why) {
    assertThat(EngineVersion.compare(observed, declared)).as(why).isEqualTo(expected);
  }

  @Test
  void theLatestIsByNumberAndAsDeclared() {
    var offered = List.of("16.14", "17.9", "17.10", "17.2", "18.1");
    assertThat(EngineVersion.latest(offered, "17")).contains("17.10");
    assertThat(EngineVersion.latest(offered, "17.2")).contains("17.2");
    assertThat(EngineVersion.latest(offered, "17.3")).isEmpty();
  }
}
