package io.appenv.operator.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code kubectl explain scaleoverride} is enough to write one, and each rule has its samples. */
class OverrideSchemaTest {

  private static final List<String> VALID =
      Sample.validOverrides().stream().map(Sample::name).toList();

  static Stream<SchemaField> fields() {
    return SchemaField.ofOverrides().descendants().filter(field -> field.path().contains("."));
  }

  static Stream<ValidationRule> rules() {
    return SchemaField.ofOverrides().descendants().flatMap(SchemaField::rules);
  }

  static Stream<Sample> samples() {
    return Sample.validOverrides().stream();
  }

  @ParameterizedTest
  @MethodSource("fields")
  void everyFieldIsDescribed(SchemaField field) {
    assertThat(field.schema().getDescription()).as(field.path()).isNotBlank();
    if (field.path().startsWith("spec.")) {
      assertThat(field.schema().getDescription())
          .as(field.path())
          .endsWith(".")
          .containsPattern(field.required() ? "Required[.]" : "Default: ");
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleNamesTheRemedyAndHasSamples(ValidationRule rule) {
    assertThat(rule.getMessage()).containsPattern("write|must be|for example");
    var shown =
        Sample.invalidOverrides().stream()
            .filter(sample -> rule.getMessage().startsWith(sample.expectation()))
            .map(Sample::name)
            .toList();
    assertThat(shown).as("invalid samples of: " + rule.getMessage()).isNotEmpty();
    assertThat(shown).as("valid samples of: " + rule.getMessage()).anyMatch(VALID::contains);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void readAndWrittenSpecIsTheSame(Sample sample) {
    for (var manifest : sample.manifests()) {
      JsonNode written = Serialization.jsonMapper().valueToTree(manifest.get("spec"));
      var read = Serialization.unmarshal(written.toString(), ScaleOverrideSpec.class);
      JsonNode again = Serialization.jsonMapper().valueToTree(read);
      assertThat(again).isEqualTo(written);
    }
  }

  @Test
  void whatCannotBeReadHasNoSpecAndStopsNobody() {
    var read =
        Serialization.unmarshal(
            """
            apiVersion: appenv.io/v1alpha1
            kind: ScaleOverride
            metadata: {name: sale}
            spec: {environment: production, scaleIn: Sometimes}
            status: {phase: Unheard}
            """,
            ScaleOverride.class);
    assertThat(read.getSpec()).isNull();
    assertThat(read.getStatus()).isNull();
    assertThat(read.getMetadata().getName()).isEqualTo("sale");
  }
}
