package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.OlderRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects that were stored under other rules than those of today. */
@WithOperator
class StoredObjectIT {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spec: {database: {storage: much}} | spec.database.storage | database: {storage: 20Gi}",
        "spec: {cache: {version: '2.8'}} | spec.cache.version | cache: {version: '7.1'}",
        "spec: {database: {version: '9.1'}} | spec.database.version | database: {version: '17'}"
      })
  void anUnfitValueIsToldAndCorrected(
      String change, String field, String correction, Sandbox sandbox) {
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "development");
    new OlderRules(sandbox.admin()).store(environment, change);
    var told = environment.awaitReason("Ready", "InvalidSpec");
    assertThat(told.getStatus()).isEqualTo("False");
    assertThat(told.getMessage()).contains(field);
    assertThat(environment.condition("Stalled").orElseThrow().getStatus()).isEqualTo("True");

    environment.patchSpec(correction);
    environment.awaitReady();
    environment.delete();
    environment.awaitGone();
  }

  @Test
  void anUnfitObjectCanBeDeleted(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "development");
    new OlderRules(sandbox.admin()).store(environment, "spec: {database: {storage: much}}");
    environment.awaitReason("Ready", "InvalidSpec");
    environment.patchSpec("operations: {confirmDeletion: development}");
    environment.delete();
    environment.awaitGone();
  }
}
