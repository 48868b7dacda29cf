package io.appenv.operator.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The committed CustomResourceDefinition is the one that the Java model yields.
 *
 * <p>{@code mvn test -Dtest=CrdDriftTest -Dappenv.crd.write=true} writes it anew.
 */
class CrdDriftTest {

  static final Path COMMITTED = Path.of("crds", "appenvironments.appenv.io-v1.yaml");

  @Test
  void committedDefinitionMatchesTheModel() throws IOException {
    var generated = Serialization.asYaml(GeneratedDefinition.read());
    if (Boolean.getBoolean("appenv.crd.write")) {
      Files.createDirectories(COMMITTED.getParent());
      Files.writeString(COMMITTED, generated);
    }
    assertThat(Files.readString(COMMITTED))
        .as("run the test with -Dappenv.crd.write=true after a change of the model")
        .isEqualTo(generated);
  }
}
