package io.appenv.operator.sandbox.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The three ways in which projects publish checksums. */
class ChecksumsTest {

  private static final String SHA256 = "0123456789abcdef".repeat(4);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s\n",
        "ffff  other.tar.gz\n%s  tool.tar.gz\n",
        "%s *tool.tar.gz",
        "{'assets': [{'name': 'other', 'digest': null},"
            + " {'name': 'tool.tar.gz', 'digest': 'sha256:%s'}]}"
      })
  void isFound(String document) {
    var published = document.replace('\'', '"').formatted(SHA256);
    assertThat(Checksums.find(published, "tool.tar.gz")).isEqualTo(SHA256);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>not here</html>",
        "ffff  tool.tar.gz",
        "{\"assets\": [{\"name\": \"tool.tar.gz\", \"digest\": null}]}",
        "{\"message\": \"API rate limit exceeded\"}"
      })
  void whatIsNotPublishedIsNotGuessed(String document) {
    assertThatThrownBy(() -> Checksums.find(document, "tool.tar.gz"))
        .hasMessage("no checksum is published for tool.tar.gz");
  }
}
