package io.appenv.operator.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appenv.operator.sandbox.Definitions;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithSandbox;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real API server takes every valid sample and refuses every invalid one with its remedy. */
@WithSandbox
class SamplesIT {

  private static KubernetesClient client;
  private static String namespace;

  static Stream<Sample> valid() {
    return Stream.of(Sample.valid(), Sample.validOverrides()).flatMap(List::stream);
  }

  static Stream<Sample> invalid() {
    return Stream.of(Sample.invalid(), Sample.invalidOverrides()).flatMap(List::stream);
  }

  @BeforeAll
  static void installDefinitions(Sandbox sandbox) {
    var config = Config.fromKubeconfig(sandbox.adminKubeconfig().toFile());
    client = new KubernetesClientBuilder().withConfig(config).build();
    Definitions.install(sandbox);
    namespace = createNamespace();
  }

  @AfterAll
  static void removeNamespace() {
    client.namespaces().withName(namespace).delete();
    client.close();
  }

  @ParameterizedTest
  @MethodSource("valid")
  void validSampleIsAccepted(Sample sample) {
    applyAll(sample.manifests());
    remove(sample);
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void invalidSampleIsRefusedWithItsRemedy(Sample sample) {
    var manifests = sample.manifests();
    applyAll(manifests.subList(0, manifests.size() - 1));
    assertThatThrownBy(() -> apply(manifests.getLast()))
        .isInstanceOf(KubernetesClientException.class)
        .hasMessageContaining(sample.expectation());
    remove(sample);
  }

  @Test
  void statusIsStoredAsItWasWritten() {
    var sample = Sample.valid().stream().filter(it -> it.name().equals("production")).findFirst();
    var environment = sample.orElseThrow().environments().getFirst();
    environment.getMetadata().setNamespace(namespace);
    environment.getMetadata().setName("status-round-trip");
    var stored = client.resource(environment).create();
    var status = StatusSample.of(environment.getSpec());
    stored.setStatus(status);
    assertThat(client.resource(stored).updateStatus().getStatus()).isEqualTo(status);
    assertThat(client.resource(stored).get().getStatus()).isEqualTo(status);
    client.resource(stored).delete();
  }

  private static String createNamespace() {
    var unnamed = new NamespaceBuilder().withNewMetadata().withGenerateName("api-samples-");
    return client.resource(unnamed.endMetadata().build()).create().getMetadata().getName();
  }

  private static void applyAll(List<GenericKubernetesResource> manifests) {
    manifests.forEach(SamplesIT::apply);
  }

  /**
   * Creates or replaces, as {@code kubectl} does, with unknown fields refused. A status that the
   * manifest has is written as the operator does.
   */
  private static void apply(GenericKubernetesResource manifest) {
    manifest.getMetadata().setNamespace(namespace);
    var stored =
        client
            .resource(manifest)
            .fieldValidation(Validation.STRICT)
            .createOr(NonDeletingOperation::update);
    if (manifest.get("status") != null) {
      stored.setAdditionalProperty("status", manifest.get("status"));
      client.resource(stored).updateStatus();
    }
  }

  private static void remove(Sample sample) {
    sample.manifests().forEach(it -> client.resource(it).inNamespace(namespace).delete());
  }
}
