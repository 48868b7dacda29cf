package io.appenv.operator.deploy;

import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.DriftGroup;
import io.appenv.operator.model.Interruption;
import io.appenv.operator.model.SpecField;
import io.appenv.operator.testing.GuideTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table in docs/changes.md is that of the code. */
class ChangesGuideTest {

  @Test
  void theTableIsThatOfTheCode() {
    new GuideTable(Path.of("docs/changes.md"), "# Changes")
        .assertIs(
            Stream.concat(
                    Stream.of(List.of("Field", "Change", "Interruption", "When", "Drift")),
                    Arrays.stream(SpecField.values()).map(ChangesGuideTest::row))
                .toList());
  }

  private static List<String> row(SpecField field) {
    return List.of(
        "`" + field.path() + "`",
        change(field),
        interruption(field),
        when(field),
        DriftGroup.of(field).map(it -> "`" + word(it) + "`").orElse(""));
  }

  /** As in spec.operations.drift. */
  private static String word(DriftGroup group) {
    return group.name().toLowerCase(Locale.ROOT);
  }

  private static String change(SpecField field) {
    return switch (field.changeClass()) {
      case IN_PLACE -> "in place";
      case RESTART -> isOfTiers(field) ? "new pods" : "restart";
      case REPLACE, DESTROY ->
          isByCopy(field) ? "a copy, with `replacement`; else refused" : "refused";
    };
  }

  private static String interruption(SpecField field) {
    if (isRefused(field)) {
      return "";
    }
    var redundant = field.interruption();
    var alone = redundant.whereRedundant(false);
    return redundant == Interruption.FAILOVER
        ? "%s; without a replica %s".formatted(redundant.words(), alone.words())
        : redundant.words();
  }

  private static String when(SpecField field) {
    if (isRefused(field)) {
      return "";
    }
    return switch (field.timing()) {
      case MAINTENANCE_WINDOW -> "maintenance window";
      case NOW ->
          isOfTiers(field) && field.changeClass() == ChangeClass.RESTART ? "pod by pod" : "at once";
      case AFTER_APPROVAL -> "once approved";
      case HANDED_OVER, WHEN_WINDOW_OPENS, AFTER_PREVIOUS, AFTER_ROLLOUT, NOT_AT_ALL ->
          throw new IllegalStateException(field + " has a timing of plans");
    };
  }

  private static boolean isRefused(SpecField field) {
    return field.changeClass() == ChangeClass.REPLACE && !isByCopy(field);
  }

  private static boolean isByCopy(SpecField field) {
    return field.interruption() == Interruption.REPLACEMENT;
  }

  private static boolean isOfTiers(SpecField field) {
    return field.path().startsWith("spec.tiers");
  }
}
