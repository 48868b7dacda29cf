package io.appenv.operator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever reads docs/faults.md finds the tests that it names. */
class FaultsGuideTest {

  private static final Path TESTS = Path.of("src", "test", "java");
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+(?:IT|Test))(?:#(\\w+))?`");
  private static final Pattern TROUBLE = Pattern.compile("`([A-Z]+(?:_[A-Z0-9]+)+)`");

  @Test
  void everyFaultOfTheSuiteIsInTheGuideOnce() throws IOException {
    var all =
        Stream.of(Disturbance.values(), WatchTrouble.values(), Ordeal.values())
            .flatMap(Stream::of)
            .map(Trouble::name)
            .toList();

    assertThat(TROUBLE.matcher(guide()).results().map(it -> it.group(1)))
        .containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void everyTestInTheGuideExists() throws IOException {
    var named = TEST.matcher(guide()).results().toList();
    assertThat(named).isNotEmpty();
    for (var test : named) {
      var source = source(test.group(1));
      assertThat(source).as(test.group()).isNotEmpty();
      if (test.group(2) != null) {
        assertThat(source.getFirst()).as(test.group()).contains("void " + test.group(2) + "(");
      }
    }
  }

  @Test
  void allOfThemRunInMakeFaults() throws IOException {
    var targets = Files.readString(Path.of("Makefile"));

    assertThat(TEST.matcher(guide()).results().map(it -> it.group(1)).distinct())
        .allSatisfy(test -> assertThat(targets).contains(test));
  }

  private static String guide() throws IOException {
    return Files.readString(Path.of("docs", "faults.md"));
  }

  /** The text of a test class; empty where there is none of that name. */
  private static List<String> source(String test) throws IOException {
    try (var files = Files.walk(TESTS)) {
      var found = files.filter(it -> it.endsWith(test + ".java")).toList();
      return found.isEmpty() ? List.of() : List.of(Files.readString(found.getFirst()));
    }
  }
}
