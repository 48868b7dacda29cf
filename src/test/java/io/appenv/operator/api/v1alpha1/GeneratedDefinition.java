package io.appenv.operator.api.v1alpha1;

import io.fabric8.crdv2.generator.CRDGenerator;
import io.fabric8.crdv2.generator.CRDGenerator.AbstractCRDOutput;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The CustomResourceDefinitions that the Java model yields. */
final class GeneratedDefinition {

  private GeneratedDefinition() {}

  /** Of the environments. */
  static CustomResourceDefinition read() {
    return DefinitionRefinement.refine(generate(AppEnvironment.class));
  }

  static CustomResourceDefinition ofOverrides() {
    return OverrideRefinement.refine(generate(ScaleOverride.class));
  }

  private static CustomResourceDefinition generate(Class<? extends HasMetadata> type) {
    var output = new InMemory();
    new CRDGenerator()
        .customResourceClasses(type)
        .forCRDVersions("v1")
        .withOutput(output)
        .generate();
    return Serialization.unmarshal(output.yaml(), CustomResourceDefinition.class);
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
