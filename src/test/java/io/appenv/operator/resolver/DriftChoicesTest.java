package io.appenv.operator.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.model.DriftGroup;
import io.appenv.operator.model.DriftPolicies;
import io.appenv.operator.model.DriftPolicy;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DriftChoicesTest {

  @Test
  void allIsCorrectedByDefault() {
    assertThat(DriftChoices.of(Specs.environment(Specs.PRODUCTION)))
        .isEqualTo(DriftPolicies.correcting());
    assertThat(DriftChoices.of(new AppEnvironment())).isEqualTo(DriftPolicies.correcting());
  }

  @ParameterizedTest
  @EnumSource
  void everyGroupHasItsWord(DriftGroup group) {
    var name = group.name().toLowerCase(Locale.ROOT);
    var chosen =
        DriftChoices.of(
                Specs.environment(
                    Specs.PRODUCTION + "\noperations: {drift: {%s: Report}}\n".formatted(name)))
            .chosen();

    assertThat(chosen).containsEntry(group, DriftPolicy.REPORT);
    assertThat(chosen.values()).filteredOn(it -> it != DriftPolicy.CORRECT).hasSize(1);
  }

  @Test
  void inDevelopmentNothingIsJudged() {
    var notEffective =
        Specs.resolve(
                """
                stage: Development
                tiers:
                  - {name: web, image: "example.com/web:1", resources: {cpu: "1", memory: 1Gi}}
                operations: {drift: {backup: Ignore}}
                """)
            .notEffective();

    assertThat(notEffective).containsExactly("spec.operations.drift");
  }
}
