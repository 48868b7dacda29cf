package io.appenv.operator.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.SpecField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused on a live environment has a safe way, and the refusal points there. */
class PlaybooksTest {

  private static final Path GUIDE = Path.of("docs/playbooks.md");
  private static final Pattern HEADING = Pattern.compile("(?m)^## (.+)$");
  private static final Pattern POINTER = Pattern.compile("docs/playbooks[.]md#([a-z0-9-]+)");
  private static final Pattern LINK = Pattern.compile("\\]\\(#([a-z0-9-]+)\\)");

  static Stream<SpecField> refused() {
    return Arrays.stream(SpecField.values())
        .filter(field -> field.changeClass() == ChangeClass.REPLACE);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatIsRefusedHasASection(SpecField field) {
    assertThat(headings()).contains(field.path());
  }

  @Test
  void everyPointerLeadsToASection() {
    var pointers = sources().flatMap(text -> find(POINTER, text)).collect(Collectors.toSet());
    assertThat(pointers).hasSizeGreaterThan(10).isSubsetOf(anchors());
  }

  @Test
  void everyLinkOfTheGuideLeadsToASection() {
    assertThat(find(LINK, read(GUIDE)).toList()).isNotEmpty().isSubsetOf(anchors());
  }

  /** Every section but the procedures is what some message points to, or is of a refused field. */
  @Test
  void noSectionIsWithoutAUse() {
    var pointers = sources().flatMap(text -> find(POINTER, text)).collect(Collectors.toSet());
    assertThat(headings())
        .filteredOn(heading -> heading.startsWith("spec."))
        .allMatch(
            heading ->
                pointers.contains(anchor(heading))
                    || refused().anyMatch(field -> field.path().equals(heading))
                    || heading.equals("spec.database.storageType"));
  }

  private static List<String> headings() {
    return find(HEADING, read(GUIDE)).toList();
  }

  private static Set<String> anchors() {
    return headings().stream().map(PlaybooksTest::anchor).collect(Collectors.toSet());
  }

  /** As GitHub makes them: lower case, hyphens for blanks, no other signs. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replace(' ', '-').replaceAll("[^a-z0-9-]", "");
  }

  private static Stream<String> find(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
  }

  private static Stream<String> sources() {
    try (var files = Files.walk(Path.of("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(PlaybooksTest::read)
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
