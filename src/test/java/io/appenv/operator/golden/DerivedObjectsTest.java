package io.appenv.operator.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares with the files under {@code src/test/resources/derived}. With {@code
 * -Dappenv.golden.write=true} they are written anew, for the reviewer to judge the difference.
 */
class DerivedObjectsTest {

  private static final int CONTEXT_LINES = 3;

  static Stream<GoldenCase> cases() {
    return GoldenCase.all().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void objectsAreThoseOfTheFiles(GoldenCase golden) throws IOException {
    var actual = DerivedObjects.of(golden.environment());
    if (Boolean.getBoolean("appenv.golden.write")) {
      golden.write(actual);
    }
    assertThat(differences(golden.expected(), actual)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theSameEnvironmentBecomesTheSameObjects(GoldenCase golden) {
    assertThat(DerivedObjects.of(golden.environment()))
        .isEqualTo(DerivedObjects.of(golden.environment()));
  }

  private static String differences(Map<String, String> expected, Map<String, String> actual) {
    var names = new TreeSet<>(expected.keySet());
    names.addAll(actual.keySet());
    return names.stream()
        .map(name -> difference(name, lines(expected, name), lines(actual, name)))
        .collect(Collectors.joining());
  }

  private static String difference(String name, List<String> expected, List<String> actual) {
    return UnifiedDiffUtils.generateUnifiedDiff(
            name, "derived", expected, DiffUtils.diff(expected, actual), CONTEXT_LINES)
        .stream()
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static List<String> lines(Map<String, String> files, String name) {
    return files.getOrDefault(name, "").lines().toList();
  }
}
