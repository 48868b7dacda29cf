package io.appenv.operator.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.Interruption;
import io.appenv.operator.model.SpecField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The table in docs/changes.md is that of the code.
 *
 * <p>{@code mvn test -Dtest=ChangesGuideTest -Dappenv.changes.write=true} writes it anew.
 */
class ChangesGuideTest {

  private static final Path GUIDE = Path.of("docs", "changes.md");
  private static final String HEAD =
      """
      | Field | Change | Interruption | When |
      |---|---|---|---|
      """;

  @Test
  void theTableIsThatOfTheCode() throws IOException {
    var text = Files.readString(GUIDE);
    var start = text.indexOf(HEAD);
    var end = text.indexOf("\n\n", start);
    var written = text.substring(0, start) + table() + text.substring(end + 1);
    if (Boolean.getBoolean("appenv.changes.write")) {
      Files.writeString(GUIDE, written);
    }
    assertThat(Files.readString(GUIDE))
        .as("run the test with -Dappenv.changes.write=true after a change of SpecField")
        .isEqualTo(written);
  }

  private static String table() {
    return HEAD
        + Arrays.stream(SpecField.values())
            .map(ChangesGuideTest::row)
            .collect(Collectors.joining());
  }

  private static String row(SpecField field) {
    return "| `%s` | %s | %s | %s |%n"
        .formatted(field.path(), change(field), interruption(field), when(field));
  }

  private static String change(SpecField field) {
    return switch (field.changeClass()) {
      case IN_PLACE -> "in place";
      case RESTART -> isOfTiers(field) ? "new pods" : "restart";
      case REPLACE, DESTROY -> "refused";
    };
  }

  private static String interruption(SpecField field) {
    if (field.changeClass() == ChangeClass.REPLACE) {
      return "";
    }
    var redundant = field.interruption();
    var alone = redundant.whereRedundant(false);
    return redundant == Interruption.FAILOVER
        ? "%s; without a replica %s".formatted(redundant.words(), alone.words())
        : redundant.words();
  }

  private static String when(SpecField field) {
    if (field.changeClass() == ChangeClass.REPLACE) {
      return "";
    }
    return switch (field.timing()) {
      case MAINTENANCE_WINDOW -> "maintenance window";
      case NOW ->
          isOfTiers(field) && field.changeClass() == ChangeClass.RESTART ? "pod by pod" : "at once";
      case AFTER_APPROVAL -> "once approved";
      case WHEN_WINDOW_OPENS, AFTER_PREVIOUS, NOT_AT_ALL ->
          throw new IllegalStateException(field + " has a timing of plans");
    };
  }

  private static boolean isOfTiers(SpecField field) {
    return field.path().startsWith("spec.tiers");
  }
}
