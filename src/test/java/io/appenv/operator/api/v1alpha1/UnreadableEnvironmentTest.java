package io.appenv.operator.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is stored can be read, and is known for what it is after any number of copies. */
class UnreadableEnvironmentTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{stage: Testing}                                | spec.stage",
        "{stage: 1}                                      | spec.stage",
        "{stage: Staging, database: {deletionPolicy: K}} | spec.database.deletionPolicy",
        "{stage: Staging, database: {storageType: io9}}  | spec.database.storageType",
        "{stage: Staging, tiers: [{uses: [queue]}]}      | spec.tiers[0].uses[0]",
        "{stage: Staging, cache: {nodes: several}}       | spec.cache.nodes",
        "{stage: Staging, tiers: none}                   | spec.tiers",
        "{stage: Staging, tiers: [{accepts: [all]}]}     | spec.tiers[0].accepts[0]",
        "everything                                      | spec",
        "[]                                              | spec"
      })
  void theMisfitIsNamed(String spec, String field) {
    var read = read(spec, "{}");

    assertThat(read.unreadableField()).contains(field);
    assertThat(read.getSpec()).isNull();
    assertThat(read.getMetadata().getName()).isEqualTo("production");
  }

  @Test
  void aCopyIsAsUnreadable() {
    var read = read("{stage: Staging, cache: {nodes: several, version: 7.1}}", "{}");
    var copy = Serialization.clone(Serialization.clone(read));

    assertThat(copy.unreadableField()).contains("spec.cache.nodes");
    assertThat(Serialization.asJson(copy)).isEqualTo(Serialization.asJson(read));
    assertThat(Serialization.asJson(copy)).contains("several");
  }

  @Test
  void anUnreadableStatusIsNone() {
    var read = read("{stage: Development}", "{conditions: never}");

    assertThat(read.unreadableField()).isEmpty();
    assertThat(read.getSpec().stage()).isEqualTo(Stage.Development);
    assertThat(read.getStatus()).isNull();
  }

  @Test
  void fieldsOfOtherVersionsArePassedOver() {
    var read = read("{stage: Development, novelty: {deep: true}}", "{novelty: 1}");

    assertThat(read.unreadableField()).isEmpty();
    assertThat(read.getSpec().stage()).isEqualTo(Stage.Development);
    assertThat(read.getStatus()).isNotNull();
  }

  @Test
  void anAbsentSpecIsNotUnreadable() {
    var read = read("null", "null");

    assertThat(read.unreadableField()).isEmpty();
    assertThat(read.getSpec()).isNull();
    assertThat(read.getStatus()).isNull();
  }

  private static AppEnvironment read(String spec, String status) {
    return Serialization.unmarshal(
        """
        apiVersion: appenv.io/v1alpha1
        kind: AppEnvironment
        metadata: {name: production}
        spec: %s
        status: %s
        """
            .formatted(spec, status),
        AppEnvironment.class);
  }
}
