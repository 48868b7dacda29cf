package io.appenv.operator.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionsTest {

  private static final EnvironmentId ENVIRONMENT =
      new EnvironmentId("cluster", "shop", "production", "uid");
  private static final Map<String, String> TAGS = Ownership.tags(ENVIRONMENT);

  @Test
  void aDescriptionTellsTheOwner() {
    var read = Descriptions.ownership(Descriptions.of(TAGS));

    assertThat(Ownership.owns(ENVIRONMENT, read)).isTrue();
    assertThat(TAGS).containsAllEntriesOf(read);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "made by hand", "appenv environment shop/production"})
  void anyOtherDescriptionTellsNothing(String description) {
    assertThat(Descriptions.ownership(description)).isEmpty();
  }
}
