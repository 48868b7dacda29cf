package io.appenv.operator.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The committed CustomResourceDefinitions are those that the Java model yields.
 *
 * <p>{@code mvn test -Dtest=CrdDriftTest -Dappenv.crd.write=true} writes them anew.
 */
class CrdDriftTest {

  static final Path COMMITTED = Path.of("crds", "appenvironments.appenv.io-v1.yaml");
  static final Path COMMITTED_OVERRIDES = Path.of("crds", "scaleoverrides.appenv.io-v1.yaml");

  @Test
  void committedDefinitionMatchesTheModel() throws IOException {
    check(COMMITTED, GeneratedDefinition.read());
  }

  @Test
  void committedDefinitionOfOverridesMatchesTheModel() throws IOException {
    check(COMMITTED_OVERRIDES, GeneratedDefinition.ofOverrides());
  }

  private static void check(Path committed, CustomResourceDefinition definition)
      throws IOException {
    var generated = Serialization.asYaml(definition);
    if (Boolean.getBoolean("appenv.crd.write")) {
      Files.createDirectories(committed.getParent());
      Files.writeString(committed, generated);
    }
    assertThat(Files.readString(committed))
        .as("run the test with -Dappenv.crd.write=true after a change of the model")
        .isEqualTo(generated);
  }
}
