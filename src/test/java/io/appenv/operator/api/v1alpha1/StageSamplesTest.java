package io.appenv.operator.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples of the three stages are the environments that the overlays deploy. */
class StageSamplesTest {

  @ParameterizedTest
  @ValueSource(strings = {"production", "staging", "development"})
  void sampleIsTheOverlay(String stage) throws IOException {
    var overlay = Files.readString(Path.of("deploy", "overlays", stage, "environment.yaml"));
    var deployed = Serialization.unmarshal(overlay, AppEnvironment.class);
    var sample = Sample.valid().stream().filter(it -> it.name().equals(stage)).findFirst();
    assertThat(sample.orElseThrow().environments().getFirst().getSpec())
        .isEqualTo(deployed.getSpec());
  }
}
