package io.appenv.operator.backend.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Ownership;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionsTest {

  @Test
  void aDescriptionTellsTheOwner() {
    var read = Descriptions.ownership(Descriptions.of(Samples.TAGS));

    assertThat(Ownership.owns(Samples.ENVIRONMENT, read)).isTrue();
    assertThat(Samples.TAGS).containsAllEntriesOf(read);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "made by hand", "appenv environment shop/production"})
  void anyOtherDescriptionTellsNothing(String description) {
    assertThat(Descriptions.ownership(description)).isEmpty();
  }
}
