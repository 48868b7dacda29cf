package io.appenv.operator.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java model loses and adds nothing of what a user wrote. */
class RoundTripTest {

  static Stream<Sample> samples() {
    return Sample.valid().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void readAndWrittenSpecIsTheSame(Sample sample) {
    for (var manifest : sample.manifests()) {
      var written = json(manifest.get("spec"));
      var read = Serialization.unmarshal(written.toString(), AppEnvironmentSpec.class);
      assertThat(json(read)).isEqualTo(written);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void equalManifestsAreEqualInJava(Sample sample) {
    assertThat(sample.environments().stream().map(AppEnvironment::getSpec).toList())
        .isEqualTo(sample.environments().stream().map(AppEnvironment::getSpec).toList());
  }

  @Test
  void objectThatTheSchemaWouldRefuseIsStillReadable() {
    var spec =
        Serialization.unmarshal(
            "{\"stage\": \"Staging\", \"tiers\": [{\"name\": \"a\"}], \"database\": {}}",
            AppEnvironmentSpec.class);
    assertThat(spec.tiers().getFirst().accepts()).isEmpty();
    assertThat(spec.tiers().getFirst().resources()).isNull();
    assertThat(spec.database()).isNotNull();
  }

  @Test
  void emptySpecHasEmptyListsAndNoDefaults() {
    var spec = Serialization.unmarshal("{}", AppEnvironmentSpec.class);
    assertThat(spec.tiers()).isEqualTo(List.of());
    assertThat(spec.aws()).isNull();
  }

  private static JsonNode json(Object value) {
    return Serialization.jsonMapper().valueToTree(value);
  }
}
