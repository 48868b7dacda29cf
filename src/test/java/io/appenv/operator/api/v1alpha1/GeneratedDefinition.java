package io.appenv.operator.api.v1alpha1;

import io.fabric8.crdv2.generator.CRDGenerator;
import io.fabric8.crdv2.generator.CRDGenerator.AbstractCRDOutput;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The CustomResourceDefinition that the Java model yields. */
final class GeneratedDefinition {

  private GeneratedDefinition() {}

  static CustomResourceDefinition read() {
    var output = new InMemory();
    new CRDGenerator()
        .customResourceClasses(AppEnvironment.class)
        .forCRDVersions("v1")
        .withOutput(output)
        .generate();
    return DefinitionRefinement.refine(
        Serialization.unmarshal(output.yaml(), CustomResourceDefinition.class));
  }

  private static final class InMemory extends AbstractCRDOutput<ByteArrayOutputStream> {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    protected ByteArrayOutputStream createStreamFor(String name) throws IOException {
      return bytes;
    }

    String yaml() {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }
}
