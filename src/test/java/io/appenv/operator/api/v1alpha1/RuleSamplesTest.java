package io.appenv.operator.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every CEL rule says what to write instead, and is shown by a valid and an invalid sample. */
class RuleSamplesTest {

  private static final List<Sample> INVALID = Sample.invalid();
  private static final List<String> VALID = Sample.valid().stream().map(Sample::name).toList();

  static Stream<ValidationRule> rules() {
    return SchemaField.root().descendants().flatMap(SchemaField::rules);
  }

  @Test
  void rulesAreFound() {
    assertThat(rules()).hasSizeGreaterThan(50);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void ruleNamesTheRemedy(ValidationRule rule) {
    assertThat(rule.getMessage())
        .containsPattern(
            "write|remove|put it back|put kmsKeyId back|move one|create another|list it once"
                + "|name the|give each|must be|for example");
  }

  static Stream<ValidationRule> rulesAboutChanges() {
    return rules().filter(rule -> rule.getRule().contains("oldSelf"));
  }

  @ParameterizedTest
  @MethodSource("rulesAboutChanges")
  void ruleAboutAChangePointsToItsPlaybook(ValidationRule rule) {
    assertThat(Objects.requireNonNullElse(rule.getMessageExpression(), rule.getMessage()))
        .containsPattern("docs/playbooks[.]md#[a-z]+'?$");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void ruleHasAnInvalidAndAValidSample(ValidationRule rule) {
    assertThat(samplesOf(rule)).as("invalid samples of: " + rule.getMessage()).isNotEmpty();
    assertThat(samplesOf(rule))
        .as("valid samples of: " + rule.getMessage())
        .anyMatch(VALID::contains);
  }

  private static List<String> samplesOf(ValidationRule rule) {
    return INVALID.stream().filter(sample -> shows(sample, rule)).map(Sample::name).toList();
  }

  /** The old value that a message expression adds is left out of its message. */
  private static boolean shows(Sample sample, ValidationRule rule) {
    return rule.getMessage().startsWith(sample.expectation())
        || (rule.getMessageExpression() != null
            && sample.expectation().startsWith(rule.getMessage()));
  }
}
