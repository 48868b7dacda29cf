package io.appenv.operator.sandbox.background;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.Commands;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shell reads back what was quoted. */
class ExportsTest {

  @ParameterizedTest
  @ValueSource(strings = {"/plain/path", "/with space/$HOME `id`", "it's \"both\" \\ kinds"})
  void survivesTheShell(String value) {
    var script = "printf %s " + Exports.quote(value);
    assertThat(Commands.run(Path.of("."), Map.of(), List.of("bash", "-c", script)))
        .isEqualTo(value);
  }
}
