package io.appenv.operator.dependent;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.workload.Labels;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the filter lets through may be deleted by the dependent. */
class SecretDependentTest {

  @Test
  void connectionsAreItsOwn() {
    assertThat(Labels.isConnection(secret(Labels.connection("production", "database")))).isTrue();
  }

  @Test
  void generatedPasswordsAreNeverItsOwn() {
    assertThat(Labels.isConnection(secret(Labels.credentials("production")))).isFalse();
    assertThat(Labels.isConnection(secret(Map.of()))).isFalse();
    assertThat(Labels.isConnection(new SecretBuilder().withNewMetadata().endMetadata().build()))
        .isFalse();
  }

  @Test
  void bothAreInTheSharedInformer() {
    assertThat(Labels.INFORMER_SELECTOR).isEqualTo("app.kubernetes.io/managed-by=appenv-operator");
    assertThat(Labels.credentials("production")).containsEntry(Labels.MANAGED_BY, Labels.OPERATOR);
    assertThat(Labels.connection("production", "cache"))
        .containsEntry(Labels.MANAGED_BY, Labels.OPERATOR);
  }

  private static Secret secret(Map<String, String> labels) {
    return new SecretBuilder().withNewMetadata().withLabels(labels).endMetadata().build();
  }
}
