package io.appenv.operator.seeded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The defects keep fitting the sources; whether the tests notice them is seen on request. */
class SeededBugsTest {

  @ParameterizedTest
  @EnumSource
  void theDefectStillHasItsPlace(SeededBug bug) throws IOException {
    var source = Files.readString(Path.of(bug.file()));

    assertThat(bug.plant(source)).isNotEqualTo(source);
  }
}
