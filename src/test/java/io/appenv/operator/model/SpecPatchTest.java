package io.appenv.operator.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpecPatchTest {

  @Test
  void whatDiffersIsNestedAsInTheSpec() {
    var patch =
        new SpecPatch.Builder()
            .put(SpecField.DATABASE_VERSION, "16.4", "17")
            .put(SpecField.DATABASE_STORAGE, "100Gi", "100Gi")
            .put(SpecField.DATABASE_MULTI_AZ, false, true)
            .put(SpecField.DATABASE_BACKUP_WINDOW, "01:00-02:00", "17:00-18:00")
            .put(SpecField.DATABASE_POINT_IN_TIME, "14d", "7d")
            .putOptional(
                SpecField.DATABASE_MAX_STORAGE, Optional.<String>empty(), Optional.of("500Gi"))
            .build();

    assertThat(patch.json())
        .isEqualTo(
            "{\"spec\":{\"database\":{"
                + "\"backup\":{\"pointInTime\":\"14d\",\"window\":\"01:00-02:00\"},"
                + "\"maxStorage\":null,\"multiAZ\":false,\"version\":\"16.4\"}}}");
  }

  @Test
  void nothingIsAnEmptyObject() {
    assertThat(new SpecPatch.Builder().build().json()).isEqualTo("{}");
  }
}
