package io.appenv.operator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A table of a guide that is that of the code. {@code -Dappenv.guides.write=true} writes it anew.
 *
 * @param heading the line above it, once in the guide
 */
public record GuideTable(Path guide, String heading) {

  /** The first row is the head. */
  public void assertIs(List<List<String>> rows) {
    try {
      var text = Files.readString(guide);
      var start = text.indexOf("\n|", text.indexOf(heading)) + 1;
      var end = text.indexOf("\n\n", start);
      var written =
          text.substring(0, start) + table(rows) + (end < 0 ? "" : text.substring(end + 1));
      if (Boolean.getBoolean("appenv.guides.write")) {
        Files.writeString(guide, written);
      }
      assertThat(Files.readString(guide))
          .as("run the test with -Dappenv.guides.write=true after a change of the code")
          .isEqualTo(written);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /**
   * Rows for words, of which those that differ in nothing but the word share one.
   *
   * @param cells of one word; the word in them is shown as an ellipsis
   */
  public static Stream<List<String>> rows(
      Stream<String> words, Function<String, Stream<String>> cells) {
    var sharing = new LinkedHashMap<List<String>, List<String>>();
    words.forEach(
        word ->
            sharing
                .computeIfAbsent(
                    cells.apply(word).map(it -> it.replace(word, "…")).toList(),
                    _ -> new ArrayList<>())
                .add("`" + word + "`"));
    return sharing.entrySet().stream()
        .map(
            row ->
                Stream.concat(Stream.of(String.join(", ", row.getValue())), row.getKey().stream())
                    .toList());
  }

  /** The calls of a plan, or else what stands in its way. */
  public static String words(Plan plan) {
    return plan.actions().stream()
        .map(it -> "`" + it.action().operation() + "`")
        .reduce((one, next) -> one + ", then " + next)
        .or(() -> plan.findings().stream().map(GuideTable::words).findFirst())
        .orElseThrow();
  }

  private static String words(Failure finding) {
    return "`%s`: %s".formatted(finding.reason().word(), finding.message());
  }

  private static String table(List<List<String>> rows) {
    var lines =
        new StringBuilder(line(rows.getFirst())).append("|---".repeat(rows.getFirst().size()));
    lines.append("|\n");
    rows.stream().skip(1).map(GuideTable::line).forEach(lines::append);
    return lines.toString();
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
