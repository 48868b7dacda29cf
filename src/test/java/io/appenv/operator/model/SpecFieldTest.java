package io.appenv.operator.model;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.appenv.operator.api.v1alpha1.AppEnvironmentSpec;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpecFieldTest {

  private static final Map<ChangeClass, List<String>> SENTENCES =
      Map.of(
          ChangeClass.IN_PLACE, List.of("Change: in place."),
          ChangeClass.RESTART, List.of("Change: restart."),
          ChangeClass.REPLACE,
              List.of(
                  "Change: replacement, refused.",
                  "Change: replacement, by a copy.",
                  "Change: immutable."));

  private record Leaf(String path, String description) {}

  @Test
  void everyFieldOfTheApiHasOneLineAndNoLineIsLeftOver() {
    assertThat(Arrays.stream(SpecField.values()).map(SpecField::path))
        .containsExactlyInAnyOrderElementsOf(leaves().keySet());
  }

  @Test
  void everyDescriptionEndsWithTheChangeClassOfTheTable() {
    var descriptions = leaves();
    for (var field : SpecField.values()) {
      assertThat(SENTENCES.getOrDefault(field.changeClass(), List.of()))
          .as("last sentence of %s, %s", field.path(), field.changeClass())
          .anyMatch(descriptions.getOrDefault(field.path(), "")::endsWith);
    }
  }

  @Test
  void shortNamesAreWhatIsWrittenBelowTheSection() {
    assertThat(SpecField.DATABASE_INSTANCE_CLASS.shortName()).isEqualTo("instanceClass");
    assertThat(SpecField.DATABASE_BACKUP_WINDOW.shortName()).isEqualTo("backup.window");
  }

  private static Map<String, String> leaves() {
    return below("spec", AppEnvironmentSpec.class)
        .collect(toMap(Leaf::path, Leaf::description, (one, _) -> one, TreeMap::new));
  }

  private static Stream<Leaf> below(String path, Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).flatMap(part -> at(path, part));
  }

  private static Stream<Leaf> at(String parent, RecordComponent part) {
    var path = parent + "." + part.getName();
    if (part.getType().isRecord()) {
      return below(path, part.getType());
    }
    if (!List.class.isAssignableFrom(part.getType())) {
      return Stream.of(new Leaf(path, description(part)));
    }
    var element = element(part.getGenericType());
    return element.isRecord()
        ? below(path + "[]", element)
        : Stream.of(new Leaf(path + "[]", description(part)));
  }

  private static Class<?> element(Type list) {
    return (Class<?>) ((ParameterizedType) list).getActualTypeArguments()[0];
  }

  private static String description(RecordComponent part) {
    return Objects.requireNonNull(
            part.getAccessor().getAnnotation(JsonPropertyDescription.class),
            () -> part + " has no description")
        .value();
  }
}
