package io.appenv.operator.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code kubectl explain} is enough to write a manifest. */
class FieldDescriptionTest {

  private static final Pattern CHANGE =
      Pattern.compile(
          ".* Change: (in place|restart|replacement, refused|replacement, by a copy|immutable)\\.");

  static Stream<SchemaField> specFields() {
    return SchemaField.below("spec");
  }

  static Stream<SchemaField> statusFields() {
    return SchemaField.below("status");
  }

  @ParameterizedTest
  @MethodSource("specFields")
  void specFieldSaysWhatAChangeDoes(SchemaField field) {
    assertThat(field.schema().getDescription()).as(field.path()).matches(CHANGE);
  }

  @ParameterizedTest
  @MethodSource("specFields")
  void specFieldSaysWhatHappensWithoutIt(SchemaField field) {
    var expected = field.required() ? "Required" : "(Default: |Required in |Give exactly one of )";
    assertThat(field.schema().getDescription()).as(field.path()).containsPattern(expected);
  }

  @ParameterizedTest
  @MethodSource("specFields")
  void describedDefaultIsTheSchemasDefault(SchemaField field) {
    JSONSchemaProps schema = field.schema();
    if (schema.getDefault() != null && !schema.getDefault().isObject()) {
      assertThat(schema.getDescription())
          .as(field.path())
          .contains("Default: " + schema.getDefault().asText() + ".");
    }
  }

  @ParameterizedTest
  @MethodSource("statusFields")
  void statusFieldIsDescribed(SchemaField field) {
    assertThat(field.schema().getDescription()).as(field.path()).isNotBlank();
  }

  @Test
  void walkReachesEveryDepth() {
    assertThat(specFields().map(SchemaField::path))
        .contains("spec.stage", "spec.database.backup.window", "spec.tiers[].accepts[].ports")
        .hasSizeGreaterThan(60);
  }
}
