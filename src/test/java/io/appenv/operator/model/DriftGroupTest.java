package io.appenv.operator.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.DriftSpec;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DriftGroupTest {

  @ParameterizedTest
  @EnumSource
  void everyFieldOfADataServiceIsInOneGroupOrCannotDrift(SpecField field) {
    var groups =
        Arrays.stream(DriftGroup.values()).filter(it -> it.fields().contains(field)).count();
    var expected = isOfDataService(field) && !DriftGroup.isFixed(field) ? 1 : 0;

    assertThat(groups).as(field.path()).isEqualTo(expected);
    assertThat(isOfDataService(field)).isEqualTo(groups == 1 || DriftGroup.isFixed(field));
  }

  @Test
  void noNameIsInTwoGroups() {
    assertThat(Arrays.stream(DriftGroup.values()).flatMap(it -> it.names().stream()))
        .doesNotHaveDuplicates();
  }

  @Test
  void everyGroupHasItsFieldInTheSpec() {
    assertThat(
            Arrays.stream(DriftSpec.class.getRecordComponents())
                .map(it -> it.getName().toUpperCase(Locale.ROOT)))
        .containsExactlyElementsOf(Arrays.stream(DriftGroup.values()).map(Enum::name).toList());
  }

  private static boolean isOfDataService(SpecField field) {
    return field.path().startsWith("spec.database.")
        || field.path().startsWith("spec.cache.")
        || field.path().startsWith("spec.files.");
  }
}
